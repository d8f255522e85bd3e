"""A location of the clinic with its hours, as the page lists them."""

from django.conf import settings

from astr_site.clinic.models import OpeningHours
from astr_site.clinic.week import changes

from .pages import SCHEMA, organization

# Search engines read a day from midnight to midnight as closed.
CLOSED = {"opens": "00:00", "closes": "00:00"}


def medical_clinic(location, path):
    """Return a location as a clinic, its week and the coming days on which the week does not hold."""
    told = {
        "@context": SCHEMA,
        "@type": "MedicalClinic",
        "name": location.name,
        "address": location.address.strip(),
        "url": settings.SITE_URL + path,
    }
    if phone := location.phone or location.clinic.phone:
        told["telephone"] = phone
    if location.clinic.name:
        told["parentOrganization"] = organization(location.clinic)
    if week := [opening_hours(span) for span in location.hours.all()]:
        told["openingHoursSpecification"] = week
    if special := [span for change in changes(location) for span in special_hours(change)]:
        told["specialOpeningHoursSpecification"] = special
    return told


def opening_hours(span):
    day = OpeningHours.Day(span.day).name.capitalize()
    return {"@type": "OpeningHoursSpecification", "dayOfWeek": f"{SCHEMA}/{day}", **times(span)}


def special_hours(change):
    days = {"validFrom": change.first_day.isoformat(), "validThrough": change.last_day.isoformat()}
    for hours in [times(span) for span in change.spans] or [CLOSED]:
        yield {"@type": "OpeningHoursSpecification", **days, **hours}


def times(span):
    return {"opens": f"{span.opens:%H:%M}", "closes": f"{span.closes:%H:%M}"}
