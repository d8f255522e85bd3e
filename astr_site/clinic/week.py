"""What a reader is told about a location's hours on a given day."""

from dataclasses import dataclass, field

from django.utils import timezone

from .models import OpeningHours
from .words import in_language

SOON = 42


@dataclass(frozen=True)
class Day:
    """One row of the week; `reason` is set where a special day stands in for the usual hours."""

    name: str
    spans: list
    today: bool
    reason: str = ""


@dataclass(frozen=True)
class Change:
    """Coming days on which the week does not hold."""

    first_day: object
    last_day: object
    reason: str
    spans: list = field(default_factory=list)

    @property
    def one_day(self):
        return self.first_day == self.last_day


def special_days(location):
    """Return the special days of the location and of the whole clinic; the location's own come first."""
    return [*location.special_days.all(), *location.clinic.special_days.all()]


def week(location, today=None):
    """Return the seven days from Monday on, today's as it is today."""
    today = today or timezone.localdate()
    special = next((each for each in special_days(location) if each.first_day <= today <= each.last_day), None)
    rows = []
    for number, name in OpeningHours.Day.choices:
        is_today = number == today.weekday()
        if is_today and special:
            rows.append(Day(name, list(special.hours.all()), True, in_language(special.reason)))
        else:
            rows.append(Day(name, [each for each in location.hours.all() if each.day == number], is_today))
    return rows


def changes(location, today=None):
    """Return what differs from the week today or soon, in the order of its days."""
    today = today or timezone.localdate()
    last = today + timezone.timedelta(days=SOON)
    found = [each for each in special_days(location) if each.last_day >= today and each.first_day <= last]
    return [
        Change(each.first_day, each.last_day, in_language(each.reason), list(each.hours.all()))
        for each in sorted(found, key=lambda each: (each.first_day, each.last_day))
    ]
