"""The answer to a browser that asks for a size; a page never waits for one to be drawn."""

from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response

from .background import draw_later
from .keeping import keep, kept, picture_of, turn
from .sizes import FALLBACK, KINDS, RATIOS, WIDTHS

SLOW = "avif"
AT_ONCE = next(kind for kind in KINDS if kind != SLOW)


def sized(source, shape, width, kind):
    """Return (bytes, kind) of one size; what takes long to draw comes as another kind until it is there.

    Raises FileNotFoundError where there is no picture that could be drawn, and OSError while its storage is away.
    """
    if data := kept(source.storage, source.mark, shape, width, kind):
        return data, kind
    if kind == SLOW:
        draw_later(source, shape)
        kind = AT_ONCE
    with turn():
        data = kept(source.storage, source.mark, shape, width, kind)
        return data or keep(source, picture_of(source, shape), shape, width, kind), kind


def known_or_404(shape, width, kind):
    """Refuse every size but those that pages show, so that nobody has the site draw for its own sake."""
    if shape not in RATIOS or width not in WIDTHS or kind not in KINDS:
        raise Http404


def answer(request, mark, data, kind, shape, width):
    etag = f'"{mark}-{shape}-{width}-{kind}"'
    response = get_conditional_response(request, etag=etag) or HttpResponse(data, content_type=KINDS[kind])
    response["ETag"] = etag
    return response


def best_kind(request):
    """Return the best kind that a browser says it takes, for the one place where a page can name no others."""
    accepted = request.headers.get("Accept", "")
    return next((kind for kind, content_type in KINDS.items() if content_type in accepted), FALLBACK)
