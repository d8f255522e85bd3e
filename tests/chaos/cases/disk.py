"""The disk of the data folder fills up under load and while staff write, and is freed again.

It is a small disk in memory, mounted for this case alone; that takes root.
"""

import os
import subprocess
import time
from contextlib import contextmanager

from ..ground import Ground
from ..report import Found
from ..staff import writing

SIZE = 192


@contextmanager
def small_disk(place):
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "chaos", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def fill(path):
    """Write until nothing more fits."""
    with path.open("wb", buffering=0) as file:
        for size in (2**20, 2**12, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue


def run(original, place):
    if os.geteuid() != 0:
        return Found(
            "the disk fills up", notes={"not run": "mounting a small disk takes root"}, must=["it was not run"]
        )
    with small_disk(place) as disk:
        ground = Ground(disk).load(original)
        with ground.served() as site, writing(ground) as wrote, site.load() as load:
            time.sleep(3)
            fill(disk / "filler")
            full = len(wrote.told)
            time.sleep(5)
            stuck = len(wrote.told) - full
            backup = ground.manage("backup")
            (disk / "filler").unlink()
            mended = time.monotonic()
            time.sleep(5)
            again = len(wrote.told) - full - stuck
        found = Found("the disk fills up").of(load, mended)
        found.lost += wrote.lost()
        found.require(found.failed == 0, "every page is answered while the disk is full")
        found.require(again > 0, "staff can write again once there is room")
        # Where not even a lock can be written, it is the start that says so.
        says = "No backup was made" in backup.stderr or "No space left" in backup.stderr
        found.require(backup.returncode and says, f"a backup says why: {backup.stderr}")
        found.require(integrity(disk / "site.sqlite3") == "ok", "the database is whole")
        found.notes["rows written while it was full"] = stuck
        return found


def integrity(path):
    import sqlite3

    with sqlite3.connect(path) as database:
        return database.execute("PRAGMA integrity_check").fetchone()[0]
