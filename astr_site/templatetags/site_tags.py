"""Tags for things every template draws."""

import json as standard_json
from functools import lru_cache

import segno
from django import template
from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import override

from astr_site.editorial.views import NOT_HERE_YET
from astr_site.navigation import page_links

register = template.Library()

WASHES = {"manipulation": "ochre", "mobilization": "water", "massage": "clay", "astr": "pine"}


def drawn(component, **arguments):
    """Return a component that shows nothing but these words: a page has forty such, in few kinds.

    A component that is edited while developing is another one, and so is drawn anew.
    """
    return once_drawn(get_template(component).template, tuple(arguments.items()))


@lru_cache(maxsize=200)
def once_drawn(component, arguments):
    return component.render(Context(dict(arguments)))


@register.simple_tag
def icon(name: str) -> str:
    """An interface icon; it is decoration, so words always stand beside it."""
    return drawn("components/icon.html", drawing=f"icons/{name}.svg")


@register.simple_tag
def glyph(key: str, scope: str = "may") -> str:
    """The line of a technique: dotted where its use depends on the state, flat where it is not used."""
    if key not in WASHES or scope == "generally_not":
        return drawn("components/glyph.html", drawing="drawings/glyph-none.svg", manner="none")
    manner = "depends" if scope == "depends" else "used"
    return drawn("components/glyph.html", drawing=f"drawings/glyph-{key}.svg", manner=manner)


@register.simple_tag(takes_context=True)
def page_link(context: dict, key: str) -> str:
    """The address of a page in the reader's language, nothing where it is not published."""
    return page_links(context["request"]).get(key, "") if "request" in context else ""


@register.simple_tag(takes_context=True)
def language_url(context: dict, language: str) -> str:
    """The address of this page in another language, or of the first page there, which then says what is missing."""
    request = context["request"]
    if changer := getattr(request, "_language_changer", None):
        return changer(language)
    page = getattr(request, "current_page", None)
    if found := page and twin(request, page, language):
        return found
    with override(language):
        return reverse("pages-root") + (NOT_HERE_YET if page else "")


def twin(request, page, language):
    if page.reverse_id:
        return page_links(request, language).get(page.reverse_id)
    return page.get_absolute_url(language, fallback=False)


@register.simple_tag
def drawing(name: str) -> str:
    """A drawing of ours, written into the page so that it follows the theme."""
    return drawn("components/drawing.html", drawing=f"drawings/{name}.svg")


@register.filter
def wash(key: str) -> str:
    """The wash class of a technique (DESIGN 2.1); anything else gets sage."""
    return f"w-{WASHES.get(key, 'sage')}"


@register.filter
def in_sentence(title: str) -> str:
    """A title as it stands inside a sentence; names in capitals, such as ASTR, keep them."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


@register.filter
def minutes(seconds: int | None) -> str:
    """Seconds as 1:05."""
    total = int(seconds or 0)
    return f"{total // 60}:{total % 60:02}"


@register.inclusion_tag("components/contents.html")
def contents(*parts: str) -> dict:
    """The headings of a long page: id, words, id, words …"""
    return {"entries": list(zip(parts[::2], parts[1::2], strict=True))}


@register.filter
def is_list(value: object) -> bool:
    """Whether a compared fact has several lines."""
    return isinstance(value, list)


@register.simple_tag(takes_context=True)
def public_address(context: dict) -> str:
    """The address of this page as one would type it, for paper."""
    return settings.SITE_URL + context["request"].path


@register.simple_tag
@lru_cache(maxsize=500)
def qr(address: str) -> str:
    """A code that a phone reads as this address; the address in letters stands beside it."""
    code = segno.make(address, error="m", micro=False)
    drawn = code.svg_inline(border=2, omitsize=True, svgclass="check-current__code", lineclass=None)
    return mark_safe(drawn.replace("<svg ", '<svg aria-hidden="true" ', 1))  # noqa: S308 - made of squares alone


# Inside a script these would end it, or begin another (HTML, "Restrictions for contents of script elements").
HARMLESS = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def json(data: dict) -> str:
    """Data for a script element."""
    return mark_safe(standard_json.dumps(data, ensure_ascii=False).translate(HARMLESS))  # noqa: S308 - see HARMLESS
