"""The clinic's facts for any template."""

from django import template

from ..models import Clinic

register = template.Library()


@register.simple_tag
def clinic():
    """Return the clinic, or an unsaved, nameless one while staff have not filled it in."""
    return Clinic.objects.first() or Clinic()
