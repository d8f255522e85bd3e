"""A site to break: a folder of its own, gunicorn as in production with two workers, and what looks inside."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from astr_site.environment import ROOT
from tests.commands import free_port, manage, run, surroundings
from tests.servers import wait_for

from .load import Load

SETTINGS = {"DJANGO_SETTINGS_MODULE": "astr_site.settings"}


class Ground:
    """A loaded site in a folder; `values` are the settings it was given."""

    def __init__(self, folder, **values):
        self.folder, self.values = Path(folder), values

    def load(self, original):
        """Fill it: as a copy of a loaded site, and from the content where its database is another."""
        shutil.copytree(original.folder, self.folder, dirs_exist_ok=True)
        if self.values.get("DATABASE_URL"):
            self.prepare()
        return self

    def prepare(self):
        for words in (["migrate"], ["load_content"], ["collectstatic", "--noinput"]):
            done = manage(*words, "--verbosity=0", folder=self.folder, **self.values)
            assert done.returncode == 0, done.stderr
        return self

    def manage(self, *words):
        return manage(*words, folder=self.folder, **self.values)

    def module(self, name, *words):
        """Run one of our own modules over it, to its end; return what it printed."""
        done = run([sys.executable, "-m", name, *words], self.folder, **SETTINGS, **self.values)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def start(self, words, **options):
        """Start a program over it, in a group of its own so that nothing else can be hit."""
        env = surroundings(self.folder, **SETTINGS, **self.values)
        return subprocess.Popen(
            [sys.executable, *words],
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            **options,
        )

    def look(self):
        return json.loads(self.module("tests.backups.look"))

    @contextmanager
    def served(self, port=None):
        """Run it behind gunicorn, and yield a Server."""
        port = port or free_port()
        env = surroundings(
            self.folder, PORT=str(port), WEB_CONCURRENCY="2", LOG_FORMAT="json", PYTHONPATH=str(ROOT), **self.values
        )
        words = [sys.executable, "-m", "gunicorn", "-c", "python:astr_site.gunicorn", "astr_site.asgi"]
        with open(os.devnull, "w") as nowhere, subprocess.Popen(words, cwd=ROOT, env=env, stderr=nowhere) as master:
            try:
                wait_for(f"http://127.0.0.1:{port}/")
                yield Server(f"http://127.0.0.1:{port}", master.pid)
            finally:
                master.terminate()
                try:
                    master.wait(timeout=40)
                except subprocess.TimeoutExpired:
                    master.kill()


class Server:
    def __init__(self, url, pid):
        self.url, self.pid = url, pid

    def workers(self):
        found = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text()
        return [int(pid) for pid in found.split()]

    def load(self):
        return Load(self.url)

    def kill_workers(self, how_many=None):
        for pid in self.workers()[:how_many]:
            os.kill(pid, signal.SIGKILL)


@contextmanager
def killed_after(process, seconds):
    """Leave the block, then kill the process as a power cut would, so many seconds after its start."""
    begun = time.monotonic()
    yield
    time.sleep(max(0, begun + seconds - time.monotonic()))
    process.kill()
    process.wait()
