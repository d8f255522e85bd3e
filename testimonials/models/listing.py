"""The stories of one language in short, kept until something about any story changes.

With thousands of stories, judging each of them for every list would cost more than the rest of a page. What is kept
here only says which stories to ask for and how many there are: whoever shows one asks the judge for it again.

Each process keeps a list of its own. The shared cache holds a mark, which goes with everything else in that cache
when anything public changes, in whichever process; a list is good while its mark is there.
"""

import secrets
from typing import NamedTuple

from django.core.cache import cache
from django.db.models import Min
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from astr_site.page_cache.moments import midnight

from .authorization import Authorization
from .content import TestimonialContent
from .testimonial import Testimonial

# Whoever changes a story empties the cache; this only bounds what a lost signal would cost.
SECONDS = 300


class Entry(NamedTuple):
    """What lists choose stories by."""

    content: int
    testimonial: int
    body_area: str
    spoken_language: str
    techniques_by_story: dict

    @property
    def techniques(self):
        return self.techniques_by_story.get(self.testimonial, ())


# By language: (the mark that this list was made under, the list).
kept = {}


def listed(language):
    """Return an Entry for each story seen now, the newest first."""
    key, now = f"stories-{language}", timezone.now()
    since, until, mark = cache.get(key, (now, now, ""))
    if not since <= now < until:
        mark = secrets.token_hex(8)
        cache.set(key, (now, next_change(now), mark), SECONDS)
    made_under, entries = kept.get(language, ("", []))
    if made_under != mark:
        entries = entries_now(language)
        kept[language] = mark, entries
    return entries


def entries_now(language):
    techniques = SimpleLazyObject(techniques_by_story)  # Most lists never ask for them.
    shown = TestimonialContent.objects.in_language(language).shown().newest_first()
    facts = ("pk", "testimonial_id", "testimonial__body_area", "testimonial__spoken_language")
    return [Entry(*row, techniques) for row in shown.values_list(*facts)]


def techniques_by_story():
    found = {}
    for testimonial, technique in Testimonial.techniques.through.objects.values_list("testimonial_id", "technique_id"):
        found.setdefault(testimonial, []).append(technique)
    return found


def next_change(now):
    """Return the next moment at which time alone changes what is seen: a permission ends, or a new day begins."""
    ends = Authorization.objects.filter(expires_at__gt=now).aggregate(first=Min("expires_at"))["first"]
    return min(midnight(now), ends or midnight(now))


def cards(entries):
    """Return what cards show of these stories, as far as the judge still lets each be seen."""
    chosen = [entry.content for entry in entries]
    found = TestimonialContent.objects.shown().for_cards().in_bulk(chosen) if chosen else {}
    return [found[pk] for pk in chosen if pk in found]
