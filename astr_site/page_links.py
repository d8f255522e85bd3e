"""Where the pages are that every page links to, by the keys that never change."""

from cms.models import PageContent, PageUrl
from django.urls import reverse
from django.utils.translation import override


def page_links(request) -> dict[str, str]:
    """Return the address of every published page with a key, asked for once in a request."""
    if not hasattr(request, "page_links"):
        language = request.LANGUAGE_CODE
        published = PageContent.objects.filter(language=language).values("page")
        found = PageUrl.objects.filter(language=language, page__in=published).exclude(page__reverse_id=None)
        with override(language):
            request.page_links = {key: address(path) for key, path in found.values_list("page__reverse_id", "path")}
    return request.page_links


def address(path: str) -> str:
    return reverse("pages-details-by-slug", kwargs={"slug": path}) if path else reverse("pages-root")
