"""What apps offer to the staff home, and how it is gathered."""

import logging
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)

MOST = 8


@dataclass(frozen=True)
class Line:
    """One thing that waits: its name, where it is dealt with, and a word on it; `pressing` stands out."""

    text: str
    url: str
    note: str = ""
    pressing: bool = False


@dataclass(frozen=True)
class Section:
    """A list under a heading. `empty` is said where there is nothing; `more_url` leads to all of it."""

    heading: str
    lines: list = field(default_factory=list)
    empty: str = ""
    more_url: str = ""
    more_text: str = ""

    @property
    def shown(self):
        return self.lines[:MOST]

    @property
    def left_out(self):
        return max(0, len(self.lines) - MOST)


@dataclass(frozen=True)
class Check:
    """One line of the launch checklist, with the link that mends it.

    `name` marks what no program can judge: a person confirms it, and their name and the day are shown.
    """

    text: str
    done: bool
    url: str = ""
    name: str = ""
    note: str = ""


_sections, _checks = [], []


def section(position):
    """Offer a section to the staff home, at this place from the top."""
    return _into(_sections, position)


def check(position):
    """Offer a line to the launch checklist, at this place from the top."""
    return _into(_checks, position)


def _into(providers, position):
    def register(provider):
        providers.append((position, provider))
        return provider

    return register


def _offered(providers, user):
    """Ask every provider; one that fails is logged and takes nothing else with it."""
    for _position, provider in sorted(providers, key=lambda entry: entry[0]):
        try:
            offer = provider(user)
        except Exception:  # A list of any app may fail in any way; staff must reach the others.
            logger.exception("The staff home could not show %s", provider.__name__)
            continue
        if offer is not None:
            yield offer


def sections_for(user):
    return list(_offered(_sections, user))


def checks_for(user):
    return list(_offered(_checks, user))


def every_check(user):
    """Return the same list for a command; a provider that fails stops it, for its line would be missing."""
    offers = [provider(user) for _position, provider in sorted(_checks, key=lambda entry: entry[0])]
    return [offer for offer in offers if offer is not None]
