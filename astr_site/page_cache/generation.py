"""One mark for all that is kept: when it changes, nothing that was made before is current any more.

It has three parts. `current` changes with whatever readers may see. `trusted` changes where something went out of
sight, such as a story that was withdrawn: what was made before is then not even shown while the database is away.
`stories` changes with people's stories alone, because listing thousands of them anew for each change of a page would be
slow.
"""

import os
import secrets
import time
from collections import deque
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
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
    """For one machine: files whose times are the mark. Asking costs a few microseconds, changing no disk space.

    The others change before `current` and never without it, so that one file is asked: with several threads each
    question to the system costs more than the whole rest of a kept page.
    """

    def __init__(self, folder):
        self.paths = Mark(*(folder / name for name in Mark._fields))
        folder.mkdir(mode=0o750, parents=True, exist_ok=True)
        for path in self.paths:
            if not path.exists():
                path.touch()
        self.asked, self.last = str(self.paths.current), Mark(None, None, None)

    def read(self):
        try:
            current, last = os.stat(self.asked).st_mtime_ns, self.last
            if current == last.current:
                return last
            self.last = mark = Mark(current, *(os.stat(path).st_mtime_ns for path in self.paths[1:]))
            return mark
        except FileNotFoundError:  # Somebody emptied the folder.
            self.__init__(self.paths.current.parent)
            return self.read()

    def change(self, names):
        for name in reversed([name for name in Mark._fields if name in {*names, "current"}]):
            path = getattr(self.paths, name)
            path.touch()
            os.utime(path, ns=(time.time_ns(),) * 2)


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
