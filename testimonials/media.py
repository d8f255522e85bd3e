"""A story's video, poster and captions: served by the site, only while the story may be seen."""

import mimetypes

from django.http import FileResponse, Http404, HttpResponse
from django.urls import reverse

mimetypes.add_type("text/vtt", ".vtt")


def media_of(testimonial):
    """Return the addresses of a story's media, as templates show them."""
    return {
        "video_url": reverse("story-video", args=[testimonial.pk]) if testimonial.video else testimonial.video_url,
        "video_type": mimetypes.guess_type(testimonial.video.name)[0] if testimonial.video else "",
        "own_file": bool(testimonial.video),
        "poster_url": reverse("story-poster", args=[testimonial.pk, 960]),
        "captions": [
            {
                "language": track.language,
                "label": track.get_language_display(),
                "url": reverse("story-captions", args=[testimonial.pk, track.language]),
            }
            for track in testimonial.shown_captions
        ],
    }


def serve(request, file):
    """Answer with a stored file, whole or the byte range asked for; browsers need ranges to seek.

    Raises Http404 where nothing is stored.
    """
    if not file or not file.storage.exists(file.name):
        raise Http404
    size = file.size
    wanted = byte_range(request.headers.get("Range", ""), size)
    if wanted == ():
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    stream = file.open("rb")
    content_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    if wanted is None:
        response = FileResponse(stream, content_type=content_type)
    else:
        start, end = wanted
        stream.seek(start)
        response = FileResponse(Limited(stream, end - start + 1), status=206, content_type=content_type)
        response["Content-Range"] = f"bytes {start}-{end}/{size}"
        response["Content-Length"] = end - start + 1
    response["Accept-Ranges"] = "bytes"
    # The judge must be asked each time: no cache may keep what may be withdrawn.
    response["Cache-Control"] = "private, no-cache"
    return response


def byte_range(header, size):
    """Read a Range header: (first, last) byte, None to send the whole, () when it cannot be met (RFC 9110, 14)."""
    unit, _equals, ranges = header.partition("=")
    first, dash, last = ranges.strip().partition("-")
    if unit.strip() != "bytes" or not dash or "," in ranges:
        return None
    if not all(part == "" or (part.isascii() and part.isdigit()) for part in (first, last)) or first == last == "":
        return None
    if first == "":
        return (max(size - int(last), 0), size - 1) if int(last) and size else ()
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        return ()
    return int(first), min(int(last) if last else size - 1, size - 1)


class Limited:
    """A file that ends after `remaining` bytes."""

    def __init__(self, stream, remaining):
        self.stream, self.remaining = stream, remaining

    def read(self, size=-1):
        size = self.remaining if size < 0 else min(size, self.remaining)
        data = self.stream.read(size)
        self.remaining -= len(data)
        return data

    def close(self):
        self.stream.close()
