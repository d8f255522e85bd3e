"""Which page of the CMS an address belongs to, with its public texts and its address, in one query.

The CMS asks for the address first, then for the texts, and on the first page for the addresses once more.
"""

from cms.appresolver import applications_page_check
from cms.models import PageContent, PageUrl
from django.conf import settings
from django.db.models import F
from django.urls import reverse
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
    return page_at(path) or applications_page_check(request)


def page_at(path):
    """Return the published page at a path of any language, or None."""
    found = PageContent.objects.filter(page__urls__path=path, page__site=settings.SITE_ID).select_related("page__site")
    found = list(found.annotate(at_language=F("page__urls__language"), at_slug=F("page__urls__slug")))
    if not found:
        return None
    page = found[0].page
    page.urls_cache = {
        each.at_language: PageUrl(page=page, language=each.at_language, slug=each.at_slug, path=path) for each in found
    }
    for content in found:
        content.page = page
    put_at_hand(page, "pagecontent_set", list({content.pk: content for content in found}.values()))
    return page
