"""The ways through the site: the menu, the steps to a page, and the pages that every page links to by their keys.

Each process knows the places that every page needs, from one query that asks for these alone. The menus of the CMS ask
for every page there is, so that each page costs more with each other one. Shown is what is public, also while a draft
is edited.
"""

from dataclasses import dataclass

from cms.cms_menus import VISIBLE_FOR_ANONYMOUS, VISIBLE_FOR_AUTHENTICATED
from cms.models import Page, PageContent
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import override

from .editorial.kept import kept

FACTS = ("page_id", "page__path", "page__depth", "page__reverse_id", "page__is_home")
WORDS = ("language", "menu_title", "title", "in_navigation", "limit_visibility_in_menu", "page__urls__path")


@dataclass
class Place:
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

    @cached_property
    def url(self):
        return address(self.path, self.language)


def address(path: str, language: str) -> str:
    with override(language):
        return reverse("pages-details-by-slug", kwargs={"slug": path}) if path else reverse("pages-root")


@kept
def places() -> dict[str, list[Place]]:
    """Return by language the pages of the menu and those with a key, in the order of the menu."""
    # An empty key would be smaller; so an index can be asked, which “is not null” would not do.
    return found(Page.objects.filter(Q(reverse_id__gt="") | Q(parent=None)))


def found(pages) -> dict[str, list[Place]]:
    contents = PageContent.objects.filter(page__in=pages, page__urls__language=F("language"))
    contents = contents.exclude(page__urls__path=None).order_by("page__path", "language")
    by_language = {}
    for row in contents.values_list(*FACTS, *WORDS):
        place = Place(*row)
        by_language.setdefault(place.language, []).append(place)
    return by_language


def places_for(request) -> dict[str, list[Place]]:
    """Return the places, looked up once for each page at most."""
    if not hasattr(request, "places"):
        request.places = places()
    return request.places


def page_links(request, language=None) -> dict[str, str]:
    """Return the address of every published page with a key, in the reader's language or in another."""
    language = language or request.LANGUAGE_CODE
    known = request.__dict__.setdefault("page_links", {})
    if language not in known:
        known[language] = {place.key: place.url for place in places_for(request).get(language, ()) if place.key}
    return known[language]


def menu(request) -> list[Place]:
    """Return the pages of the menu in the reader's language."""
    visible = VISIBLE_FOR_AUTHENTICATED if request.user.is_authenticated else VISIBLE_FOR_ANONYMOUS
    first = [place for place in places_for(request).get(request.LANGUAGE_CODE, ()) if place.depth == 1]
    return [place for place in first if place.in_menu and not place.is_home and place.visibility in visible]


def way(request) -> list[Place]:
    """Return the first page, those of the page's way that menus show, and the page itself, as far as it is public."""
    page, language = request.current_page, request.LANGUAGE_CODE
    if not page:
        return []
    known = {place.tree_path: place for place in places_for(request).get(language, ())}
    paths = [page.path[:end] for end in range(Page.steplen, len(page.path) + 1, Page.steplen)]
    if missing := [path for path in paths if path not in known]:
        known |= {place.tree_path: place for place in found(Page.objects.filter(path__in=missing)).get(language, ())}
    steps = [known[path] for path in paths if path in known]
    first = [place for place in known.values() if place.is_home and place not in steps]
    return first + [place for place in steps if place.is_home or place.in_menu or place.page == page.pk]
