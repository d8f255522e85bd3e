"""One mark for all that is kept: when it changes, nothing that was made before is current any more.

It has three parts. `current` changes with whatever readers may see. `trusted` changes where something went out of
sight, such as a story that was withdrawn: what was made before is then not even shown while the database is away.
`stories` changes with people's stories alone, because listing thousands of them anew for each change of a page would be
slow.
"""

import fcntl
import os
import secrets
import time
from collections import deque
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cache
from mmap import mmap
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.core.cache import caches

from .evidence import doubt


class Mark(NamedTuple):
    """The parts in the order in which they are read; they change from the last to the first.

    So whoever reads the new `current` has the new others too.
    """

    current: object
    trusted: object
    stories: object


class FileGeneration:
    """For one machine: a file that all processes have in their memory, so that asking costs no call to the system.

    Changing it takes no disk space, and the others change before `current`, in the memory too.
    """

    WIDTH = 8
    # How often a process makes sure that the file is still the one that others change.
    SECONDS = 1

    def __init__(self, folder):
        self.path = folder / "mark"
        self.open()

    def open(self):
        self.path.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
        size = self.WIDTH * len(Mark._fields)
        with self.path.open("a+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # Another process may be making it right now.
            if (there := os.fstat(file.fileno())).st_size < size:
                file.write(os.urandom(size - there.st_size))
                file.flush()
            # Given back by hand, because the memory holds on to the open file.
            fcntl.flock(file, fcntl.LOCK_UN)
            self.file, self.memory = there.st_ino, mmap(file.fileno(), size)
        self.known, self.sure_until = (b"", None), time.monotonic() + self.SECONDS

    def read(self):
        if time.monotonic() >= self.sure_until:
            self.make_sure()
        now, (before, mark) = self.memory[:], self.known
        if now != before:
            mark = Mark(*(now[start : start + self.WIDTH] for start in range(0, len(now), self.WIDTH)))
            self.known = now, mark
        return mark

    def make_sure(self):
        """Go on with the file that lies there now, where somebody has emptied the folder."""
        self.sure_until = time.monotonic() + self.SECONDS
        with suppress(FileNotFoundError):
            if os.stat(self.path).st_ino == self.file:
                return
        self.open()

    def change(self, names):
        self.make_sure()
        for place, name in reversed([*enumerate(Mark._fields)]):
            if name in {*names, "current"}:
                self.memory[place * self.WIDTH : (place + 1) * self.WIDTH] = os.urandom(self.WIDTH)


class SharedGeneration:
    """For several machines: words in the cache that they share. While it does not answer, there is no mark."""

    KEYS = Mark(*(f"generation.{name}" for name in Mark._fields))

    def __init__(self, alias):
        self.cache = caches[alias]
        # A cache that restarts from an old copy of itself must not bring an old mark back.
        self.gone, self.last = deque(maxlen=1000), None

    def read(self):
        found = self.cache.get_many(self.KEYS)
        for key in self.KEYS:
            if found.get(key) is None and self.cache.add(key, secrets.token_hex(8), None):
                found[key] = self.cache.get(key)
        mark = Mark(*(found.get(key) for key in self.KEYS))
        if None in mark:
            return None
        if mark in self.gone:
            self.change(Mark._fields)
            return self.read()
        if mark != self.last:
            self.gone.append(self.last)
            self.last = mark
        return mark

    def change(self, names):
        self.cache.set_many({getattr(self.KEYS, name): secrets.token_hex(8) for name in names}, None)


@cache
def generation():
    """Return the generation of this installation: in a file, or in the cache that CACHE_URL names."""
    if settings.CACHES["pages"]["BACKEND"].endswith("FileCache"):
        return FileGeneration(Path(settings.DATA_DIR) / "generation")
    return SharedGeneration("pages")


in_use = ContextVar("generation", default=None)


@contextmanager
def held(mark):
    """Read and write Django's cache under this mark, even where it changes meanwhile."""
    token = in_use.set(mark)
    try:
        yield
    finally:
        in_use.reset(token)


def key_in_cache(key, key_prefix, version):
    """Return the key of Django's cache (KEY_FUNCTION): what was made from older facts is under another one.

    So a slow request that read the database before a change cannot leave what it read to those who come after it. What
    is found there cannot be asked again, so that a page made from it is made anew after the next change.
    """
    doubt()
    mark = in_use.get() or generation().read() or "unknown"
    return f"{key_prefix}:{mark[0]}:{version}:{key}"
