"""Where the pages are that every page links to, by the keys that never change."""

from cms.models import PageContent, PageUrl
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import override


def page_links(request, language=None) -> dict[str, str]:
    """Return the address of every published page with a key, in the reader's language or in another.

    All languages are asked for together, once in a request, because the language switch needs the other one.
    """
    if not hasattr(request, "page_links"):
        published = PageContent.objects.filter(page=OuterRef("page"), language=OuterRef("language"))
        found = PageUrl.objects.filter(Exists(published)).exclude(page__reverse_id=None).exclude(path=None)
        request.page_links = {}
        for code, key, path in found.values_list("language", "page__reverse_id", "path"):
            request.page_links.setdefault(code, {})[key] = address(path, code)
    return request.page_links.get(language or request.LANGUAGE_CODE, {})


def address(path: str, language: str) -> str:
    with override(language):
        return reverse("pages-details-by-slug", kwargs={"slug": path}) if path else reverse("pages-root")
