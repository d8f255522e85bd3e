"""Which page of the CMS an address belongs to, with its public texts and its address, in one query.

The CMS asks for the address first, then for the page of an app, then for the texts, and on the first page for the
addresses once more.
"""

from contextlib import suppress

from cms import appresolver
from cms.models import PageContent, PageUrl
from django.conf import settings
from django.db.models import F
from django.urls import Resolver404, reverse
from django.utils.functional import SimpleLazyObject

from .editorial.gathering import put_at_hand


class CurrentPageMiddleware:
    """Stands in the place of the CMS's own middleware of this name."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # The views of the CMS look for the page under the second name.
        request.current_page = request._current_page_cache = SimpleLazyObject(lambda: page_for(request))
        return self.get_response(request)


def page_for(request):
    """Return the page at the address, or else the one on which the app hangs that answers there, or None."""
    path = request.path_info.removeprefix(reverse("pages-root")).removesuffix("/")
    # The toolbar asks for drafts by the relation that would then answer with what is public.
    pages = pages_along(path, texts_at_hand=not request.user.is_staff)
    return pages.get(path) or hooked(path, pages.values())


def pages_along(path, texts_at_hand):
    """Return {path: page} of the published pages at a path of any language, and at the beginnings of it."""
    steps = path.split("/")
    paths = ["/".join(steps[:end]) for end in range(1, len(steps) + 1)]
    found = PageContent.objects.filter(page__urls__path__in=paths, page__site=settings.SITE_ID)
    found = found.annotate(
        at=F("page__urls__path"), at_language=F("page__urls__language"), slug_at=F("page__urls__slug")
    )
    pages, contents = {}, {}
    for content in found.select_related("page__site"):
        page = content.page = pages.setdefault(content.at, content.page)
        url = PageUrl(page=page, language=content.at_language, slug=content.slug_at, path=content.at)
        page.urls_cache = {**(page.urls_cache or {}), content.at_language: url}
        contents.setdefault(content.at, {})[content.pk] = content
    for at, page in pages.items() if texts_at_hand else ():
        put_at_hand(page, "pagecontent_set", list(contents[at].values()))
    return pages


def hooked(path, pages):
    """Return the one of some pages on which the app hangs that answers at a path, or None."""
    for resolver in appresolver.APP_RESOLVERS:
        with suppress(Resolver404):
            pk = resolver.resolve_page_id(f"{path}/")
            return next((page for page in pages if page.pk == pk), None)
    return None
