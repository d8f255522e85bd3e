"""A backup is killed, ten times, each time at another moment; earlier ones stay good, and the next one is whole."""

import time

from ..ground import Ground, killed_after
from ..report import Found
from ..staff import writing

TIMES = 10


def run(original, place):
    ground = Ground(place).load(original)
    ground.module("tests.testimonials.stage")
    first = ground.manage("backup")
    assert first.returncode == 0, first.stderr
    begun = time.monotonic()
    assert ground.manage("backup", "--to", place / "timed").returncode == 0
    whole = time.monotonic() - begun
    found = Found("kill -9 while backing up, ten times")
    with ground.served() as site, writing(ground), site.load() as load:
        for number in range(TIMES):
            backup = ground.start(["manage.py", "backup"])
            with killed_after(backup, whole * (0.4 + 0.6 * number / TIMES)):
                pass
        mended = time.monotonic()
        left = ground.manage("backup", "--list").stdout.split()
        time.sleep(1.1)  # A name holds the second in which a backup was made.
        last = ground.manage("backup")
    found.of(load, mended)
    names = ground.manage("backup", "--list").stdout.split()
    for name in names:
        proven = ground.manage("restore", name, "--verify")
        if proven.returncode:
            found.lost.append(f"{name}: {proven.stderr}")
    found.require(last.returncode == 0, "the next backup is made")
    found.require(names and names[0] in first.stdout, "the earlier backup is still there")
    found.require(not list((place / "backups").glob(".astr-backup-*")), "nothing half is left")
    found.require(found.failed == 0, "every page is answered")
    found.notes["killed before they were whole"] = TIMES + 1 - len(left)
    return found
