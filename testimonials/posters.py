"""A story's poster in the sizes that pages show, so that a phone never fetches a picture made for a wide screen.

The sizes lie beside the poster, among the files of stories: no address leads to them but that of the judge.
"""

from django.http import Http404
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from astr_site.pictures.answering import answer, best_kind, known_or_404, sized
from astr_site.pictures.keeping import Source
from astr_site.pictures.sizes import WHOLE, offer


def offered_poster(pk):
    """Return a poster as components show it; a small source is answered as it is, never larger."""
    poster = reverse("story-poster", args=[pk])
    return offer(lambda shape, width, kind: f"{poster}/{width}.{kind}")


def source_of(file):
    return Source(file.storage, file.name)


def serve_poster(request, file, width, kind=""):
    """Answer with a poster in one of its sizes; ask the judge before. Raises Http404 where there is none.

    Without a kind, as a video names its poster, the browser gets the best that it takes.
    """
    wanted = kind or best_kind(request)
    known_or_404(WHOLE, width, wanted)
    if not file:
        raise Http404
    source = source_of(file)
    data, told = sized(source, WHOLE, width, wanted)
    response = answer(request, source.mark, data, told, WHOLE, width)
    if not kind:
        patch_vary_headers(response, ["Accept"])
    # As for every file of a story: kept by the reader's browser, shown again only after asking.
    response["Cache-Control"] = "private, no-cache"
    return response
