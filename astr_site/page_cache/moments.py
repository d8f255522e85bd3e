"""When time alone changes what readers see. Subjects register what they know; whoever keeps pages asks."""

from datetime import timedelta
from typing import NamedTuple

from django.utils import timezone

from .evidence import collected, holds

# Bounds what a change that was not heard of would cost.
LONGEST = timedelta(minutes=10)

_changes, _ends = [], {}


class Moments(NamedTuple):
    """`change`: until when a page is current. `ends`: by kind, the moment after which it may not be seen at all."""

    change: object
    ends: dict


def changes(find):
    """Register find(now), which returns the next moment at which something may look different, or None."""
    _changes.append(find)
    return find


def ends(kind):
    """Register find(now), which returns the next moment at which something of this kind has to be gone, or None."""

    def register(find):
        _ends[kind] = find
        return find

    return register


def next_moments(now=None):
    now = now or timezone.now()
    ends = {kind: find(now) for kind, find in _ends.items()}
    found = [moment for moment in (*(find(now) for find in _changes), *ends.values()) if moment]
    return Moments(min(found, default=None), ends)


class Outlook:
    """Knows the next moments, and looks for them anew when one has passed or what they rest on has changed."""

    def __init__(self):
        self.known = (None, 0, None, None)

    def at(self, mark, now):
        """Return the next Moments under this mark, `now` in seconds since 1970; may raise the database's errors."""
        under, since, found, proof = self.known
        lies_ahead = found and since <= now and not (found.change and now >= found.change.timestamp())
        if not lies_ahead or (under != mark and not holds(proof)):
            with collected() as evidence:
                since, found = now, next_moments()
            proof = evidence.proof()
        self.known = mark, since, found, proof
        return found


def midnight(now):
    """Return when the next day begins; what day it is stands on many pages."""
    day = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    return timezone.make_aware(day.replace(tzinfo=None) + timedelta(days=1))
