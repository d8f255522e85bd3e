"""What templates of the whole site show of techniques."""

from django import template

from techniques.models import techniques_shown

register = template.Library()


@register.inclusion_tag("techniques/technique_links.html", takes_context=True)
def technique_links(context):
    """The techniques with their lines, as the menu of phones lists them."""
    request = context["request"]
    return {"techniques": techniques_shown(request, request.LANGUAGE_CODE)}
