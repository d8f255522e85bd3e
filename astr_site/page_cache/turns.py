"""One at a time makes a page; who comes meanwhile waits for it. Across threads and processes of one machine."""

import fcntl
import os
import time
from contextlib import contextmanager
from zlib import crc32

PATIENCE = 10  # Seconds; after that a page is made twice rather than not at all.
PLACES = 256


class Turns:
    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(mode=0o750, parents=True, exist_ok=True)

    @contextmanager
    def turn(self, key):
        """Wait for the turn, and yield whether somebody else had it before."""
        try:
            # The lock goes with the open file, so that a process that is killed leaves none behind.
            place = os.open(self.folder / f"{crc32(key.encode()) % PLACES:02x}", os.O_CREAT | os.O_RDWR, 0o640)
        except OSError:
            yield False
            return
        try:
            yield waited(place)
        finally:
            os.close(place)


def waited(place):
    end, since = time.monotonic() + PATIENCE, 0
    while time.monotonic() < end:
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except BlockingIOError:
            since += 1
            time.sleep(0.005)
    return bool(since)
