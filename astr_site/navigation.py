"""The ways through the site: the menu, the steps to a page, and the pages that every page links to by their keys.

All of them come from one query, which asks for these pages alone. The menus of the CMS would ask for every page there
is, so that each page would cost more with each other one. Shown is what is public, also while a draft is edited.
"""

from typing import NamedTuple

from cms.cms_menus import VISIBLE_FOR_ANONYMOUS, VISIBLE_FOR_AUTHENTICATED
from cms.models import Page, PageContent
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import override

FACTS = ("page_id", "page__path", "page__depth", "page__reverse_id", "page__is_home")
WORDS = ("language", "menu_title", "title", "in_navigation", "limit_visibility_in_menu", "page__urls__path")


class Place(NamedTuple):
    """A published page in one language, as links and menus need it."""

    page: int
    tree_path: str
    depth: int
    key: str | None
    is_home: bool
    language: str
    menu_title: str | None
    title: str
    in_menu: bool
    visibility: int | None
    path: str

    @property
    def name(self):
        return self.menu_title or self.title

    @property
    def url(self):
        return address(self.path, self.language)


def address(path: str, language: str) -> str:
    with override(language):
        return reverse("pages-details-by-slug", kwargs={"slug": path}) if path else reverse("pages-root")


def places(request) -> list[Place]:
    """Return the pages of the menu, those with a key, and those above the page at hand, in all languages."""
    if not hasattr(request, "places"):
        # An empty key would be smaller; so an index can be asked, which “is not null” would not do.
        wanted = Page.objects.filter(Q(reverse_id__gt="") | Q(parent=None) | Q(path__in=above(request.current_page)))
        found = PageContent.objects.filter(page__in=wanted, page__urls__language=F("language"))
        found = found.exclude(page__urls__path=None).order_by("page__path")
        request.places = [Place(*row) for row in found.values_list(*FACTS, *WORDS)]
    return request.places


def above(page) -> list[str]:
    """Return the place in the tree of a page and of each page above it."""
    path = page.path if page else ""
    return [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]


def page_links(request, language=None) -> dict[str, str]:
    """Return the address of every published page with a key, in the reader's language or in another."""
    if not hasattr(request, "page_links"):
        request.page_links = {}
        for place in places(request):
            if place.key:
                request.page_links.setdefault(place.language, {})[place.key] = place.url
    return request.page_links.get(language or request.LANGUAGE_CODE, {})


def in_language(request) -> list[Place]:
    return [place for place in places(request) if place.language == request.LANGUAGE_CODE]


def menu(request) -> list[Place]:
    """Return the pages of the menu in the reader's language."""
    visible = VISIBLE_FOR_AUTHENTICATED if request.user.is_authenticated else VISIBLE_FOR_ANONYMOUS
    first = [place for place in in_language(request) if place.depth == 1 and not place.is_home]
    return [place for place in first if place.in_menu and place.visibility in visible]


def way(request) -> list[Place]:
    """Return the first page, those of the page's way that menus show, and the page itself, as far as it is public."""
    page = request.current_page
    if not page:
        return []
    paths = above(page)
    return [
        place
        for place in in_language(request)
        if place.is_home or place.page == page.pk or (place.in_menu and place.tree_path in paths)
    ]
