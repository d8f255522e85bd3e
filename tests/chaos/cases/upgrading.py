"""A version comes into service, one cannot start, and the one before comes back; under load and while staff write."""

import os
import socket
import time

from tests.operation.releases import Home
from tests.servers import ask

from ..ground import Ground
from ..load import Load
from ..report import Found
from ..staff import writing


def run(original, place):
    ground = Ground(place / "data").load(original)
    home = Home(place, ground.folder)
    (place / "current").symlink_to(home.version("one"))
    two = home.version("two", [("templates/robots.txt", "# the second version\n")])
    broken = home.version("broken", [("astr_site/wsgi.py", "raise RuntimeError\n")])
    systemd = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    systemd.bind(str(place / "systemd"))
    systemd.setblocking(False)

    def shows(site):
        return "# the second version" in ask(f"{site.url}/robots.txt").body.decode()

    with home.served(NOTIFY_SOCKET=str(place / "systemd")) as site, writing(ground) as wrote, Load(home.url) as load:
        begun = time.monotonic()
        came = home.upgrade(two)
        took, arrived = time.monotonic() - begun, shows(site)
        second = home.pid_file.read_text().strip()
        failed = home.upgrade(broken)
        stayed = home.pid_file.read_text().strip() == second and (place / "current").resolve() == two
        back = home.upgrade("--back")
        gone, mended = not shows(site), time.monotonic()
        time.sleep(2)
    found = Found("an upgrade, one that fails, the way back").of(load, mended)
    found.lost += wrote.lost()
    found.require(found.failed == 0, "every page is answered")
    found.require(came.returncode == 0 and arrived, f"a version comes into service: {came.stdout}{came.stderr}")
    found.require(f"MAINPID={second}" in heard(systemd), "systemd is told who is in charge")
    found.require(failed.returncode == 1 and "did not start" in failed.stderr, f"it says so: {failed.stderr}")
    found.require(stayed, "where a version cannot start, the one before goes on")
    found.require(back.returncode == 0 and gone, f"the version before comes back: {back.stdout}{back.stderr}")
    found.require(list((ground.folder / "backups").glob("astr-*")), "a backup was made first")
    found.notes["the upgrade took"] = f"{took:.0f} s"
    return found


def heard(systemd):
    """Return every message that a supervisor was sent."""
    words = []
    try:
        while True:
            words.append(os.read(systemd.fileno(), 500).decode())
    except BlockingIOError:
        return words
