"""Reading the times of one day as people type them, and writing them as readers expect them."""

import re
from datetime import time

from django.utils.dateformat import format as write
from django.utils.translation import get_language
from django.utils.translation import gettext as _

TYPED = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?:(?P<half>[ap])\.?\s*m?\.?)?", re.IGNORECASE)
NOON = {"noon", "12 noon", "mediodía"}
# Of a time without AM or PM, hours up to this one could be meant either way when a day opens.
FIRST_CLEAR_HOUR = 6


class UnreadableTime(ValueError):
    """A sentence for the person who typed the time."""


def clock(moment, language=None):
    """Write a time of day as readers of the language do: “5:30 PM” in English, “17:30” in Spanish."""
    return write(moment, "g:i A" if (language or get_language() or "en").startswith("en") else "H:i")


def read_time(text):
    """Return (time, whether its half of the day is certain).

    Raises UnreadableTime with a sentence that says what would do.
    """
    text = text.strip()
    if text.lower() in NOON:
        return time(12), True
    match = TYPED.fullmatch(text)
    hour, minute = (int(match["hour"]), int(match["minute"] or 0)) if match else (99, 0)
    half = (match["half"] or "").lower() if match else ""
    if hour > (12 if half else 23) or minute > 59 or (half and hour == 0):
        raise UnreadableTime(_("“%(text)s” is not a time. Write it like 8:30 AM or 17:00.") % {"text": text})
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    certain = bool(half) or hour == 0 or hour >= 12 or match["hour"].startswith("0")
    return time(hour, minute), certain


def read_day(pairs):
    """Return [(opens, closes)] for the texts of one day; a pair left empty is skipped.

    A day only runs forward, so “9 to 5” can mean nothing but the afternoon. Where morning and
    afternoon are both possible, the person is asked. Raises UnreadableTime.
    """
    spans, latest = [], None
    for opens_text, closes_text in pairs:
        if not opens_text.strip() and not closes_text.strip():
            continue
        if not opens_text.strip() or not closes_text.strip():
            raise UnreadableTime(_("Give both times, from and to, or leave both empty."))
        opens = after(latest, opens_text)
        closes = after(opens, closes_text, strictly=True)
        if latest is not None and opens < latest:
            raise UnreadableTime(_("These hours overlap. The second part must begin after the first one ends."))
        if closes <= opens:
            raise UnreadableTime(_("Closing time must come after opening time."))
        spans.append((opens, closes))
        latest = closes
    return spans


def after(earlier, text, strictly=False):
    """Read a time; a bare hour that would run backwards is taken for the afternoon."""
    moment, certain = read_time(text)
    if certain:
        return moment
    if earlier is None:
        if moment.hour < FIRST_CLEAR_HOUR:
            raise UnreadableTime(
                _("Is “%(text)s” in the morning or in the afternoon? Write AM or PM after it.") % {"text": text.strip()}
            )
        return moment
    backwards = moment <= earlier if strictly else moment < earlier
    return moment.replace(hour=moment.hour + 12) if backwards else moment
