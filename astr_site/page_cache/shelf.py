"""Where finished pages lie: in each process, bounded by bytes, and for all processes in the cache named `pages`."""

import hashlib
import threading
from contextlib import suppress

from django.core.cache import caches

BYTES = 32 * 2**20
NAMES = 20_000
# A page that nobody asked for in so long is not missed while the database is away.
DAYS = 7 * 24 * 3600


class Shelf:
    def __init__(self):
        self.pages, self.bytes = {}, 0
        self.lock = threading.Lock()

    def at_hand(self, key):
        return self.pages.get(key)

    def find(self, key):
        """Return what any process has kept, or None."""
        page = caches["pages"].get(shared("page", key))
        if page is not None:
            self.put_at_hand(key, page)
        return page

    def keep(self, key, page):
        self.put_at_hand(key, page)
        caches["pages"].set(shared("page", key), page, DAYS)

    def find_names(self, place):
        """Return what any process has learned the view of a place to read from the query, or None."""
        return caches["pages"].get(shared("names", place))

    def keep_names(self, place, names):
        caches["pages"].set(shared("names", place), names, DAYS)

    def put_at_hand(self, key, page):
        with self.lock:
            if old := self.pages.pop(key, None):
                self.bytes -= old.size
            self.pages[key] = page
            self.bytes += page.size
            while self.bytes > BYTES and len(self.pages) > 1:
                self.drop_one()

    def drop_one(self):
        """Drop the oldest that was not used since it was last passed over."""
        key = next(iter(self.pages))
        page = self.pages.pop(key)
        if page.used:
            page.used = False
            self.pages[key] = page
        else:
            self.bytes -= page.size


def shared(kind, key):
    return f"{kind}.{hashlib.sha256(key.encode()).hexdigest()}"


class Bounded(dict):
    """What was learned about addresses; the oldest goes when there are too many."""

    def __setitem__(self, key, value):
        if len(self) >= NAMES and key not in self:
            with suppress(StopIteration, KeyError, RuntimeError):  # Another thread did so.
                del self[next(iter(self))]
        super().__setitem__(key, value)
