"""A story's video, poster and captions: served by the site, only while the story may be seen."""

import mimetypes
from pathlib import PurePath

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import get_conditional_response

from astr_site.pictures.sizes import USUAL

from .video_hosts import recognize

mimetypes.add_type("text/vtt", ".vtt")


def media_of(testimonial, tracks=None):
    """Return the addresses of a story's media, as templates show them; without `tracks`, the captions for readers."""
    remote = recognize(testimonial.video_url) if testimonial.video_url else None
    return {
        "video_url": reverse("story-video", args=[testimonial.pk]) if testimonial.video else testimonial.video_url,
        "video_type": mimetypes.guess_type(testimonial.video.name)[0] if testimonial.video else "",
        "own_file": bool(testimonial.video),
        "player_url": remote.player if remote else "",
        "play_words": remote.contacts if remote else "",
        "poster_url": reverse("story-poster", args=[testimonial.pk, USUAL]),
        "captions": [
            {
                "language": track.language,
                "label": track.label,
                "url": reverse("story-captions", args=[testimonial.pk, track.language]),
            }
            for track in (testimonial.shown_captions if tracks is None else tracks)
        ],
    }


def serve(request, file, from_here=False):
    """Answer with a stored file: from disk, by the web server in front, or by a short-lived address elsewhere.

    `from_here` keeps to this host, for what a page may read from no other. Ask the judge before. Raises Http404
    where nothing is stored.
    """
    if not file:
        raise Http404
    content_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    if settings.STORIES_ACCEL:
        # nginx reads the file and answers ranges; the address in this header is closed to everybody else.
        response = HttpResponse(
            content_type=content_type, headers={"X-Accel-Redirect": settings.STORIES_ACCEL + file.name}
        )
    elif not from_here and (address := file.storage.url(file.name)):
        response = HttpResponseRedirect(address)
    elif file.storage.exists(file.name):
        response = read_out(request, file, content_type)
    else:
        raise Http404
    # The judge must be asked each time: no cache may keep what may be withdrawn.
    response["Cache-Control"] = "private, no-cache"
    return response


def read_out(request, file, content_type):
    """Answer with the whole file or the part asked for; browsers need parts to seek (RFC 9110, 13 and 14)."""
    # A name is random and never used again, so that it stands for what is in the file.
    etag = f'"{PurePath(file.name).stem}"'
    size = file.size
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    # A part of an older file is of no use; then the whole of the new one is sent.
    current = request.headers.get("If-Range", etag) == etag
    wanted = byte_range(request.headers.get("Range", ""), size) if current else None
    if wanted == ():
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    stream = file.open("rb")
    if wanted is None:
        response = FileResponse(stream, content_type=content_type)
    else:
        start, end = wanted
        stream.seek(start)
        response = FileResponse(Limited(stream, end - start + 1), status=206, content_type=content_type)
        response["Content-Range"] = f"bytes {start}-{end}/{size}"
        response["Content-Length"] = end - start + 1
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    response["Content-Disposition"] = "inline"
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
