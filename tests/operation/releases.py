"""Versions side by side as .readme/operation/upgrade.md lays them out, and gunicorn as the unit of systemd runs it."""

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

from astr_site.environment import ROOT
from tests.commands import free_port, surroundings
from tests.servers import wait_for

UPGRADE = ROOT / ".readme/operation/upgrade"


class Home:
    """The folder of a site: its settings, its versions, and the links to those in service."""

    def __init__(self, folder, data):
        self.folder, self.port = Path(folder), free_port()
        self.url, self.pid_file = f"http://127.0.0.1:{self.port}", self.folder / "pid"
        settings = {"DATA_DIR": data, "PORT": self.port, "WEB_CONCURRENCY": 2, "LOG_FORMAT": "json"}
        (self.folder / ".env").write_text("".join(f"{name}={value}\n" for name, value in settings.items()))

    def version(self, name, changes=()):
        """Make a version: this code, with texts added to some of its files."""
        words = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
        place = self.folder / "releases" / name
        for path in listed:
            if (ROOT / path).is_file() and not path.startswith("tests/"):
                (place / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / path, place / path)
        (place / ".venv").symlink_to((ROOT / ".venv").resolve())
        (place / ".env").symlink_to(self.folder / ".env")
        for path, text in changes:
            with (place / path).open("a") as file:
                file.write(text)
        return place

    def environ(self):
        kept = {name: value for name, value in surroundings(self.folder).items() if name in {"PATH", "HOME"}}
        return kept | {"HOME_OF_SITE": str(self.folder), "PID_FILE": str(self.pid_file)}

    def upgrade(self, *words):
        return subprocess.run(
            [UPGRADE, *words], env=self.environ(), cwd="/", capture_output=True, text=True, timeout=180
        )

    @contextmanager
    def served(self, **values):
        with (self.folder / "said").open("w") as said:
            start = self.folder / "current/.readme/operation/start"
            master = subprocess.Popen([start], cwd="/", env=self.environ() | values, stdout=said, stderr=said)
            try:
                wait_for(self.url)
                yield self
            finally:
                self.end(master)

    def end(self, master):
        # Whoever is in charge by now was begun by the process that was begun here.
        for pid in {int(self.pid_file.read_text()) if self.pid_file.exists() else master.pid, master.pid}:
            try:
                os.kill(pid, 15)
            except ProcessLookupError:
                continue
        master.wait(timeout=40)
