"""The page of results: /search/?q=… needs no script, keeps nothing, and is no page for search engines."""

from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import render

from astr_site.page_cache.reading import for_one_reader

from . import misses
from .filters import filters
from .finding import find
from .results import results

RESULTS_PER_PAGE = 10
MOST_SUGGESTIONS = 6


@for_one_reader
def search(request):
    """Show what fits the words in `q`: of one `kind` if one is chosen, `exactly` as typed if the reader says so."""
    found = find(request.GET.get("q", ""), request.LANGUAGE_CODE, exactly="exactly" in request.GET)
    options, chosen = filters(found, request.GET.get("kind"))
    documents = [each for each in found.documents if chosen in (None, each.kind)]
    page = Paginator(documents, RESULTS_PER_PAGE).get_page(request.GET.get("page"))
    shown = {"found": found, "page": page, "results": results(page.object_list, found.reading), "filters": options}
    if found.asked and not found.documents:
        misses.count(found.asked, request.LANGUAGE_CODE)
    response = render(request, "search/search.html", shown)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@for_one_reader
def suggestions(request):
    """Return the titles that fit what somebody is typing; nothing of it is counted."""
    found = find(request.GET.get("q", ""), request.LANGUAGE_CODE, unfinished=True)
    titles = list(dict.fromkeys(document.title for document in found.documents))[:MOST_SUGGESTIONS]
    response = JsonResponse({"suggestions": titles})
    response.headers["X-Robots-Tag"] = "noindex"
    return response
