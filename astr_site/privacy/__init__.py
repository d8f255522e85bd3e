"""What is kept about people, and when it is forgotten. It knows no subject.

Each app has a module `personal_data`, found by itself, that says what it holds and how it forgets:

    @holds(10)
    def stories():
        return Holding(whose="patients", what="…", where="…", why="…", kept="…", rows=Testimonial.objects.count())

    @forgets("old drafts")
    def old_drafts(now):
        return Draft.objects.filter(…).delete()[0]

`manage.py privacy_report` prints the first, `manage.py forget` carries out the second (issue 10, item 7).
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.module_loading import autodiscover_modules


@dataclass(frozen=True)
class Holding:
    """One kind of facts about people. `rows` says how many there are now."""

    whose: str
    what: str
    where: str
    why: str
    kept: str
    seen_by: str
    rows: int


_holdings, _forgetting = [], {}


def holds(position):
    def register(function):
        _holdings.append((position, function))
        return function

    return register


def forgets(name):
    def register(function):
        _forgetting[name] = function
        return function

    return register


def holdings():
    autodiscover_modules("personal_data")
    return [function() for _position, function in sorted(_holdings, key=lambda entry: entry[0])]


def forget(now):
    """Yield (what, how many) of everything whose time is over."""
    autodiscover_modules("personal_data")
    for name, function in sorted(_forgetting.items()):
        yield name, function(now)


def months_ago(now, months):
    """Return the moment, or None for “keep for ever”."""
    return now - timedelta(days=months * 365.25 / 12) if months else None


def kept_for(months):
    return f"{months} months" if months else "for ever"
