"""Runs the project's commands the way a person does: in their own process, with their own folder."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from astr_site.environment import ROOT


def surroundings(folder, **values):
    """An environment without anything of this machine, but for where its programs lie."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return kept | {"DATA_DIR": str(folder), "DATABASE_URL": ""} | values


def run(words, folder, **values):
    return subprocess.run(
        words, cwd=ROOT, env=surroundings(folder, **values), capture_output=True, text=True, timeout=600
    )


def manage(*words, folder, **values):
    return run([sys.executable, "manage.py", *words], folder, **values)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(url):
    """Return status and text of the answer, also of a refusal."""
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@dataclass
class Served:
    """A running site: its address, its folder, and the file that keeps what it says."""

    url: str
    folder: Path

    @property
    def log(self):
        return self.folder / "said.txt"


def wait_for(site, server, patience=240):
    """Wait until the site answers at all; one that stops instead fails with its own words."""
    for _ in range(patience * 5):
        assert server.poll() is None, site.log.read_text()
        try:
            return fetch(site.url)
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"nothing answered at {site.url}")


@contextlib.contextmanager
def served(folder, workers=1):
    """Run `manage.py serve` as a person does, until the block is left."""
    port = free_port()
    site = Served(f"http://127.0.0.1:{port}", folder)
    with (
        site.log.open("w") as log,
        subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=surroundings(folder, PORT=str(port), WEB_CONCURRENCY=str(workers)),
            stdout=log,
            stderr=subprocess.STDOUT,
        ) as server,
    ):
        try:
            wait_for(site, server)
            yield site
        finally:
            server.terminate()
            server.wait(timeout=30)
