"""The main part of a page with the words of the glossary linked."""

from django import template
from django.utils.safestring import mark_safe

from astr_site.navigation import page_links

from ..glossing import gloss, headings

register = template.Library()


@register.simple_block_tag(takes_context=True)
def glossed(context, content):
    """Link each word of the glossary at its first use; not while staff edit, who would store the link."""
    request = context.get("request")
    toolbar = getattr(request, "toolbar", None)
    if request is None or (toolbar and toolbar.edit_mode_active):
        return content
    language = request.LANGUAGE_CODE
    address = page_links(request).get("glossary")
    if not address or address == request.path:
        return content
    return mark_safe(gloss(content, address, headings(language), language))  # noqa: S308 - was rendered, and so is safe
