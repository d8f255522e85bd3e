"""The stories of one language in short, kept until something about any story changes.

With thousands of stories, judging each of them for every list would cost more than the rest of a page. What is kept
here only says which stories to ask for and how many there are: whoever shows one asks the judge for it again.

Each process keeps a list of its own, good until anything about a story changes in whichever process
(astr_site/page_cache/generation.py).
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from django.db import connection
from django.db.models import Min
from django.utils import timezone

from astr_site.page_cache.generation import generation, in_use
from astr_site.page_cache.moments import midnight

from .authorization import Authorization
from .content import TestimonialContent
from .testimonial import Testimonial


class Kind(NamedTuple):
    """What lists choose stories by."""

    techniques: tuple
    body_area: str
    spoken_language: str


@dataclass
class Listing:
    """The stories of one language that are seen from one moment until another, the newest first.

    A row is (number of the text, of the story, body area, spoken language, since when it is public, last part of its
    address). What is asked of the rows is put in order once, so that a page costs the same however many there are.
    """

    language: str
    mark: object
    since: datetime
    until: datetime
    rows: list

    @cached_property
    def kinds(self):
        """Return the places of the stories of each kind."""
        techniques, found = techniques_by_story(), {}
        for place, (_text, story, area, language, *_facts) in enumerate(self.rows):
            kind = Kind(techniques.get(story, ()), area, language)
            found.setdefault(kind, []).append(place)
        return found

    @cached_property
    def since_when(self):
        """Return the moment at which the newest of the texts became public, None without any."""
        return max((row[4] for row in self.rows), default=None)

    @cached_property
    def first_shown(self):
        """Return (text, moment) of the stories in which a patient speaks, in the order in which they became public."""
        found = shown_in(self.language).filter(testimonial__sample=False).with_first_moment()
        return list(found.order_by("-first_published", "-pk").values_list("pk", "first_published"))

    @cached_property
    def places(self):
        return {story: place for place, (_text, story, *_facts) in enumerate(self.rows)}

    def address_of(self, story):
        """Return the address of a story's text, None where it is not seen."""
        place = self.places.get(story)
        return None if place is None else TestimonialContent.address(self.rows[place][5], self.language)

    def of(self, kinds):
        """Return the texts of the stories of these kinds."""
        return [self.rows[place][0] for place in sorted(place for kind in kinds for place in self.kinds[kind])]

    def about(self, technique, most):
        """Return the texts of the newest stories about a technique."""
        kinds = [places[:most] for kind, places in self.kinds.items() if technique in kind.techniques]
        return [self.rows[place][0] for place in sorted(place for places in kinds for place in places)[:most]]

    def among(self, stories):
        """Return the texts of these stories."""
        return [self.rows[place][0] for place in sorted(self.places[pk] for pk in stories if pk in self.places)]

    def newest(self, most, but=None):
        """Return the texts of the newest stories; `but` is left out."""
        return [text for text, story, *_facts in self.rows[: most + 1] if story != but][:most]


# By language, in this process.
kept = {}


def listed(language):
    """Return the Listing of the stories seen now."""
    now, mark = timezone.now(), in_use.get() or generation().read()
    # Within a transaction one's own changes are seen, and nobody else sees them.
    if mark is None or connection.in_atomic_block:
        return Listing(language, None, now, now, rows_now(language))
    good = {code: each for code, each in kept.items() if each.mark == mark.stories and each.since <= now < each.until}
    if language not in good:
        # Time changes what is seen in all languages at once.
        until = next((each.until for each in good.values()), None) or next_change(now)
        good[language] = kept[language] = Listing(language, mark.stories, now, until, rows_now(language))
    return good[language]


def address_of_twin(content, language):
    """Return the address of the same story in another language, None where it is not seen now."""
    return listed(language).address_of(content.testimonial_id)


def shown_in(language):
    return TestimonialContent.objects.in_language(language).shown()


def rows_now(language):
    shown = shown_in(language).newest_first()
    story = ("testimonial_id", "testimonial__body_area", "testimonial__spoken_language")
    return list(shown.values_list("pk", *story, "versions__modified", "slug"))


def techniques_by_story():
    found = {}
    for testimonial, technique in Testimonial.techniques.through.objects.values_list("testimonial_id", "technique_id"):
        found[testimonial] = (*found.get(testimonial, ()), technique)
    return found


def next_change(now):
    """Return the next moment at which time alone changes what is seen: a permission ends, or a new day begins."""
    ends = Authorization.objects.filter(expires_at__gt=now).aggregate(first=Min("expires_at"))["first"]
    return min(midnight(now), ends or midnight(now))


def cards(texts):
    """Return what cards show of these stories, as far as the judge still lets each be seen."""
    found = TestimonialContent.objects.shown().for_cards().in_bulk(texts) if texts else {}
    return [found[pk] for pk in texts if pk in found]
