"""Runs the project's commands the way a person does: in their own process, with their own folder."""

import os
import socket
import subprocess
import sys

from astr_site.environment import ROOT


def surroundings(folder, **values):
    """An environment without anything of this machine, but for where its programs lie."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return kept | {"DATA_DIR": str(folder), "DATABASE_URL": ""} | values


def run(words, folder, **values):
    return subprocess.run(
        words, cwd=ROOT, env=surroundings(folder, **values), capture_output=True, text=True, timeout=120
    )


def manage(*words, folder, **values):
    return run([sys.executable, "manage.py", *words], folder, **values)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
