"""What the clinic itself has to say before launch, and the way to the hours."""

from django.urls import reverse
from django.utils.translation import gettext as _

from astr_site.desk.sections import Check, Line, Section, check, section

from .cms_toolbars import ENTRIES
from .models import Clinic, Location

# What the content command writes, so that pages have a name to show until staff give theirs.
PLACEHOLDER_NAME = "ASTR"


def settings_of(user, right="clinic.change_clinic", address="admin:clinic_clinic_changelist"):
    """Return where the person mends it, or nothing."""
    return reverse(address) if user.has_perm(right) else ""


@section(70)
def clinic(user):
    lines = [
        Line(str(words).rstrip("…"), reverse(address)) for right, words, address in ENTRIES if user.has_perm(right)
    ]
    return Section(_("Our clinic"), lines) if lines else None


@check(10)
def name(user):
    url = settings_of(user)
    given = Clinic.objects.exclude(name=PLACEHOLDER_NAME).exists()
    return Check(_("The clinic’s name"), given, url) if url else None


@check(11)
def address(user):
    url = settings_of(user)
    return Check(_("The address of a location"), Location.objects.exclude(address="").exists(), url) if url else None


@check(12)
def phone(user):
    url = settings_of(user)
    return Check(_("The phone number"), Clinic.objects.exclude(phone="").exists(), url) if url else None


@check(13)
def hours(user):
    url = settings_of(user, "clinic.change_openingweek", "admin:clinic_openingweek_changelist")
    if not url:
        return None
    everywhere = Location.objects.exists() and not Location.objects.filter(hours=None).exists()
    return Check(_("The opening hours of every location"), everywhere, url)
