"""What several machines share, and two machines that share it, all of it on this one and ended with the block."""

import os
import secrets
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from astr_site.environment import ROOT
from tests.chaos.ground import Ground
from tests.commands import free_port
from tests.services import bucket, nginx_in, postgres, redis

from .front import file

PICTURES = "pictures"


@dataclass
class Host:
    """One machine of two: `ground` runs programs on it, `server` is its gunicorn."""

    ground: Ground
    server: object
    running: ExitStack

    @property
    def url(self):
        return self.server.url

    def stop(self):
        """Let it finish what it has begun, and go."""
        self.running.close()


@dataclass
class Cluster:
    """`hosts` by themselves, the `balancer` before both, and the `cdn` before that, which is what readers reach."""

    hosts: list
    balancer: str
    cdn: str
    shared: dict
    log: Path

    def complaint(self):
        """Return what nginx said last, of whatever went wrong between it and the hosts."""
        return (self.log.read_text().splitlines() or ["nothing"])[-1]


@contextmanager
def started(place, say):
    """Start all of it; the second host begins with an empty folder."""
    with ExitStack() as servers:
        say("… PostgreSQL, Redis, a bucket, nginx")
        database, cache, files = (servers.enter_context(each()) for each in (postgres, redis, bucket))
        ports, balancer = [free_port(), free_port()], free_port()
        (place / "nginx").mkdir()
        cdn, _pid = servers.enter_context(nginx_in(place / "nginx", file(ports, balancer), "/up"))
        values = {"DATABASE_URL": database.database("scale"), "CACHE_URL": cache.url, "STORIES_URL": files.url}
        values |= pictures(files) | {"SITE_URL": cdn, "CDN_PURGE_URL": cdn, "SECRET_KEY": secrets.token_urlsafe(50)}
        if cluster := os.environ.get("SEARCH_URL"):
            values["SEARCH_URL"] = cluster
        say("… the first host: tables, content, static files")
        first = Ground(place / "first", **values).prepare()
        say("… the second host: static files")
        second = Ground(place / "second", **values)
        done = second.manage("collectstatic", "--noinput", "--verbosity=0")
        assert done.returncode == 0, done.stderr
        hosts = [started_host(ground, port, servers) for ground, port in zip((first, second), ports, strict=True)]
        yield Cluster(hosts, f"http://127.0.0.1:{balancer}", cdn, values, place / "nginx/error.log")


def pictures(files):
    """The setting for a second bucket, where this version of the site knows one."""
    if "MEDIA_STORAGE_URL=" not in (ROOT / ".env.example").read_text():
        return {}
    files.client.create_bucket(Bucket=PICTURES)
    return {"MEDIA_STORAGE_URL": f"{files.url.rpartition('/')[0]}/{PICTURES}"}


def started_host(ground, port, servers):
    running = servers.enter_context(ExitStack())
    return Host(ground, running.enter_context(ground.served(port)), running)
