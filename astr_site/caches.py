"""Caches that cost speed when they are away, and nothing else.

What fails is treated as not kept. Whatever could not be written, deleted or cleared meanwhile is owed: before the
cache is asked again, all of it is cleared, so that nothing comes back that is no longer true.
"""

import functools
import logging
import time

from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

FAILURES = (RedisError, OSError)
# A cache that is away is left alone for a while, so that not every request waits for it.
PAUSE = 2
READS = {"get": None, "get_many": {}, "has_key": False}
WRITES = {"add": True, "set": None, "touch": False, "delete": False, "incr": 1, "clear": None} | {
    "set_many": [],
    "delete_many": None,
}


class State:
    """What one process knows of one cache; threads share it."""

    def __init__(self):
        self.owed, self.away_until = False, 0.0


STATES = {}


def forgiving(name, instead):
    def attempt(self, *args, **kwargs):
        if time.monotonic() >= self.state.away_until:
            try:
                if self.state.owed:
                    self.really("clear")
                    self.state.owed = False
                return self.really(name, *args, **kwargs)
            except FAILURES as problem:
                self.state.away_until = time.monotonic() + PAUSE
                logger.warning("A cache does not answer: %s", type(problem).__name__, extra={"event": "cache_away"})
        if name in WRITES:
            self.state.owed = True
        if name == "get":
            return kwargs.get("default", args[1] if len(args) > 1 else None)
        return instead.copy() if isinstance(instead, (dict, list)) else instead

    return functools.wraps(attempt)(attempt)


class Forgiving:
    def __init__(self, location, params):
        super().__init__(location, params)
        self.state = STATES.setdefault((type(self), str(location), self.key_prefix), State())

    def really(self, name, *args, **kwargs):
        return getattr(super(), name)(*args, **kwargs)

    def prove(self):
        """Raise where the cache does not answer; for those who ask how the site is."""
        self.really("set", "health.probe", "here", 10)
        if self.really("get", "health.probe") != "here":
            raise RuntimeError("the cache forgets")


for _name, _instead in (READS | WRITES).items():
    setattr(Forgiving, _name, forgiving(_name, _instead))


class ForgivingFileCache(Forgiving, FileBasedCache):
    """The cache of one machine, in DATA_DIR."""


class ForgivingRedisCache(Forgiving, RedisCache):
    """The cache of several machines; one of several in one Redis, so that emptying it leaves the others as they are."""

    def really(self, name, *args, **kwargs):
        return super().really(name, *args, **kwargs) if name != "clear" else self.empty()

    def empty(self):
        client = self._cache.get_client(None, write=True)
        for key in client.scan_iter(match=f"{self.key_prefix}:*", count=1000):
            client.unlink(key)
