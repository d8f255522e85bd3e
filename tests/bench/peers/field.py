"""Everyone who is measured, each started once and ended with the run."""

import json
from dataclasses import replace

from tests.chaos.ground import Ground
from tests.commands import run

from . import text
from .answer import ACCEPTED, ask
from .rounds import Candidate
from .servers import beside, ours, usual

PAGE = "/techniques/massage/"
WARM, NOT_CHANGED = "this site, warm page", "this site, 304"
COLD, ANEW = "this site, after a publication", "this site, page made anew"


class Field:
    """`racing` take part in the rounds, `cold` are asked one request at a time; `servers` ends them all."""

    def __init__(self, place, servers, say):
        self.place, self.servers, self.say = place, servers, say
        self.racing, self.cold = [], []
        say("… this site")
        self.site = Ground(self.folder("site")).prepare().folder
        self.settings = usual(self.folder("usual"))
        self.enter_ours()

    def folder(self, name):
        path = self.place / name
        path.mkdir()
        return path

    def started(self, name, server, path, **headers):
        address, pid = self.servers.enter_context(server)
        return Candidate(name, address + path, pid, ACCEPTED | headers)

    def race(self, name, server, path="/"):
        self.racing.append(self.started(name, server, path))

    def stand(self, name, server, path):
        self.cold.append(self.started(name, server, path))

    def enter_ours(self):
        self.race(WARM, ours(self.site, PAGE), PAGE)
        [site] = self.racing
        # Once to build the page, once to have it as those who come later do.
        ask(site.url, **ACCEPTED)
        self.answer, self.unchanged = ask(site.url, **ACCEPTED), None
        if etag := self.answer.header("ETag"):
            asking = replace(site, name=NOT_CHANGED, headers=ACCEPTED | {"If-None-Match": etag})
            self.unchanged = ask(site.url, **asking.headers)
            self.racing.append(asking)
        self.stand(COLD, ours(self.site, PAGE), PAGE)
        self.stand(ANEW, ours(self.site, PAGE, PAGE_CACHE="no"), PAGE)

    def of_worker(self, kind):
        """Our settings of gunicorn with another kind of worker; only the threaded one takes threads."""
        return self.settings | {"worker_class": kind, "threads": 4 if kind == "gthread" else 1}

    def words(self):
        """Return a file with the words of our page, for those who are to show the like."""
        file = self.place / "text.json"
        file.write_text(json.dumps(text.read(ask(self.racing[0].url).body).told()))
        return file

    def neighbour(self, python, package, words):
        """Fill a CMS project with our words; return how to start it with so much cached, and its page."""
        self.say(f"… {package}")
        whole, folder = f"tests.bench.peers.{package}", self.folder(package)
        filling = [str(python), "-m", f"{whole}.fill", str(words)]
        done = run(filling, folder, DJANGO_SETTINGS_MODULE=f"{whole}.settings")
        if done.returncode:
            raise SystemExit(done.stderr)
        path = done.stdout.split()[-1]
        # They are WSGI projects, so that they keep the threads whatever ours runs in.
        settings = self.of_worker("gthread")
        return lambda cached: beside(python, f"{whole}.wsgi", settings, folder, path, CACHED=cached), path
