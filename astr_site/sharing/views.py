from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from .cards import public_card
from .pictures import draw

A_DAY = 60 * 60 * 24


@require_safe
def card(request, kind, pk, language):
    """Answer with a social picture, drawn once for each state of its words; a story's is judged each time."""
    found = public_card(kind, pk, language)
    if found is None:
        raise Http404
    etag = f'"{found.mark}"'
    response = get_conditional_response(request, etag=etag) or HttpResponse(
        cache.get_or_set(f"card-{found.mark}", lambda: draw(found.ground, found.title, found.note), A_DAY),
        content_type="image/png",
    )
    response["ETag"] = etag
    # As for every file of a story: no cache may keep what may be withdrawn.
    response["Cache-Control"] = "private, no-cache" if kind == "story" else "public, max-age=3600"
    return response
