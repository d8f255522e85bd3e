"""Asking a provider once for a video's title, length and poster; they are then kept here (oEmbed 1.0)."""

import json
from dataclasses import dataclass
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from .uploads.pictures import clean_poster

TIMEOUT = 5
LARGEST_ANSWER = 2**20
LARGEST_PICTURE = 10 * 2**20


class Unreachable(Exception):
    """The provider did not answer, or not with what it promises."""


@dataclass(frozen=True)
class Particulars:
    """What a provider tells about a video; YouTube does not tell the length."""

    title: str
    duration: int | None
    poster: SimpleUploadedFile | None


class NoRedirect(HTTPRedirectHandler):
    """An answer that leads elsewhere could lead into our own network."""

    def redirect_request(self, *args):
        return None


def fetch(address, largest):
    """Return the bytes at an address. Raises Unreachable."""
    try:
        with build_opener(NoRedirect).open(Request(address), timeout=TIMEOUT) as answer:  # noqa: S310 - from settings
            data = answer.read(largest + 1)
    except (URLError, OSError, ValueError) as problem:
        raise Unreachable from problem
    if len(data) > largest:
        raise Unreachable
    return data


def ask(video):
    """Return the particulars of a video. Raises Unreachable where the provider cannot be reached."""
    provider = settings.OEMBED[video.host]
    query = urlencode({"url": video.address, "format": "json", "width": 1280})
    try:
        told = json.loads(fetch(f"{provider['endpoint']}?{query}", LARGEST_ANSWER))
        title, length = str(told.get("title", "")).strip(), told.get("duration")
    except (ValueError, AttributeError) as problem:
        raise Unreachable from problem
    return Particulars(title[:120], length if isinstance(length, int) else None, poster(told, provider))


def poster(told, provider):
    """Return the poster that the answer names, from the provider's own host of pictures only."""
    address = told.get("thumbnail_url")
    if not isinstance(address, str) or not address.startswith(tuple(provider["pictures"])):
        return None
    try:
        picture = fetch(address, LARGEST_PICTURE)
        return clean_poster(SimpleUploadedFile(urlsplit(address).path, picture))
    except (Unreachable, ValidationError):
        return None
