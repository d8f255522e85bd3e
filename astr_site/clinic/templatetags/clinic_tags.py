"""The clinic's facts for any template."""

from django import template

from ..models import Clinic

register = template.Library()


@register.simple_tag(takes_context=True)
def clinic(context):
    """Return the clinic, looked up once for each page; a nameless one while staff have not filled it in."""
    request = context.get("request")
    found = getattr(request, "clinic", None) or Clinic.objects.first() or Clinic()
    if request is not None:
        request.clinic = found
    return found
