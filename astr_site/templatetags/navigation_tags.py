"""The menu, the breadcrumb and the switch of language."""

from django import template
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language_info

from astr_site import navigation

from .site_tags import language_url

register = template.Library()


def way_of(request):
    """Return the way to the page, which both the menu and the breadcrumb need."""
    if not hasattr(request, "way"):
        request.way = navigation.way(request)
    return request.way


@register.simple_tag(takes_context=True)
def menu_entries(context) -> list[dict]:
    """The pages of the menu: name, address, key, and `current` as `aria-current` says it."""
    request = context["request"]
    page, way = request.current_page, {place.page for place in way_of(request)}
    return [
        {
            "name": place.name,
            "url": place.url,
            "key": place.key,
            "current": "page" if page and place.page == page.pk else "true" if place.page in way else "",
        }
        for place in navigation.menu(request)
    ]


@register.simple_tag(takes_context=True)
def breadcrumb(context, here="") -> list[tuple]:
    """The (name, address) of each step to this page; `here` names what is shown below the last page."""
    request = context["request"]
    page = request.current_page
    above = [(place.name, place.url) for place in way_of(request) if here or place.page != page.pk]
    return [*above, (here or page.get_menu_title(request.LANGUAGE_CODE), "")]


@register.simple_tag(takes_context=True)
def other_languages(context) -> list[dict]:
    """The languages that the page is not in: code, name as its speakers write it, and address of the page there."""
    current = context["request"].LANGUAGE_CODE
    codes = [code for code, _name in settings.LANGUAGES if code != current]
    return [
        {"code": code, "name": capfirst(get_language_info(code)["name_local"]), "url": language_url(context, code)}
        for code in codes
    ]
