"""The clinic's facts for any template."""

from django import template
from django.utils import timezone
from django.utils.dateformat import format as write
from django.utils.translation import get_language

from astr_site.editorial.kept import kept

from ..models import Clinic
from ..times import clock as write_clock
from ..week import changes, week
from ..words import in_language

register = template.Library()
DAY_FORMATS = {"es": r"l j \d\e F"}


@register.simple_tag(takes_context=True)
def clinic(context):
    """Return the clinic, looked up once for each page; a nameless one while staff have not filled it in."""
    request = context.get("request")
    if request is None:
        return the_clinic()
    if not hasattr(request, "clinic"):
        request.clinic = the_clinic()
    return request.clinic


@kept
def the_clinic():
    return Clinic.objects.first() or Clinic()


@register.filter
def announces(clinic):
    """Say whether the clinic's announcement shows at this moment."""
    return clinic.announces(timezone.now())


@register.filter
def words(texts):
    """Show a text in the reader's language, or else in another; its `lang` says which."""
    return in_language(texts)


@register.filter
def clock(moment):
    """Write a time of day as readers of this language do."""
    return write_clock(moment)


@register.filter
def day(date):
    """Write a day with its weekday and without a year, as readers of this language do."""
    return write(date, DAY_FORMATS.get(get_language(), "l, F j"))


@register.filter(name="week")
def week_of(location):
    return week(location)


@register.filter(name="changes")
def changes_of(location):
    return changes(location)
