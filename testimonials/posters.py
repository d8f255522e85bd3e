"""A story's poster in the sizes that pages show, so that a phone never fetches a picture made for a wide screen."""

from io import BytesIO
from pathlib import PurePath

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from PIL import Image, ImageOps

WIDTHS = (320, 640, 960, 1280)
A_DAY = 60 * 60 * 24


def poster_sizes(pk):
    """Return the addresses of a poster's sizes as a srcset; a small source is answered as it is, never larger."""
    return ", ".join(f"{reverse('story-poster', args=[pk, width])} {width}w" for width in WIDTHS)


def sized(file, width):
    """Return the picture as WebP, at most `width` wide; drawing it anew leaves its metadata behind (H6)."""
    drawn = BytesIO()
    with file.open("rb") as source, Image.open(source) as stored:
        picture = ImageOps.exif_transpose(stored)
        picture.thumbnail((width, picture.height))
        picture.convert("RGBA" if picture.has_transparency_data else "RGB").save(drawn, "WEBP", quality=80, exif=b"")
    return drawn.getvalue()


def serve_poster(request, file, width):
    """Answer with a poster in one of its sizes; ask the judge before. Raises Http404 where there is none."""
    if width not in WIDTHS or not file or not file.storage.exists(file.name):
        raise Http404
    # An upload gets a new random name, so the name stands for what the picture shows.
    name = f"poster-{PurePath(file.name).stem}-{width}"
    etag = f'"{name}"'
    response = get_conditional_response(request, etag=etag) or HttpResponse(
        cache.get_or_set(name, lambda: sized(file, width), A_DAY), content_type="image/webp"
    )
    response["ETag"] = etag
    # As for every file of a story: kept by the reader's browser, shown again only after asking.
    response["Cache-Control"] = "private, no-cache"
    return response
