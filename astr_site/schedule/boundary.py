"""The next moment at which what is public changes, known to every process for one look into the cache.

The page cache must never outlive it (issue 4, item 5): ask `next_boundary()`.
"""

from django.core.cache import caches
from django.db import transaction

from .models import ScheduledPublication

KEY, NEVER = "schedule.boundary", "never"
# Long, because whoever changes a date writes the boundary anew; it only bounds what a lost cache entry costs.
SECONDS = 600


def next_boundary():
    """Return the moment, or None while nothing is planned; at most one query."""
    # A cache of its own: what is published empties the default one, and changes nothing here.
    kept = caches["schedule"].get(KEY)
    if kept is None:
        kept = ScheduledPublication.objects.next_boundary() or NEVER
        # Added and not set: a process that changed a date meanwhile knows better.
        caches["schedule"].add(KEY, kept, SECONDS)
    return None if kept == NEVER else kept


def remember():
    """Tell every process the boundary, once what was changed is committed."""
    transaction.on_commit(write_anew)


def write_anew():
    """Write until it is what the database says, because two people may change dates at once."""
    written = None
    while (boundary := ScheduledPublication.objects.next_boundary() or NEVER) != written:
        caches["schedule"].set(KEY, boundary, SECONDS)
        written = boundary
