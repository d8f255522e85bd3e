"""What templates of the whole site show of techniques."""

from django import template

from techniques.models import menu_entries, technique_of_page
from techniques.structured_data import therapy_in_short

register = template.Library()


@register.inclusion_tag("techniques/technique_links.html", takes_context=True)
def technique_links(context):
    """The techniques with their lines, as the menu of phones lists them."""
    return {"techniques": menu_entries(context["request"].LANGUAGE_CODE)}


@register.simple_tag(takes_context=True)
def therapy_of_page(context):
    """What search engines read of the technique that is told on this page of its own, or None."""
    request = context["request"]
    content = technique_of_page(request, request.LANGUAGE_CODE)
    description = request.current_page.get_meta_description(request.LANGUAGE_CODE)
    return therapy_in_short(content.title, description) if content else None
