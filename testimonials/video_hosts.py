"""Videos that stay with YouTube or Vimeo: what people paste, and the addresses that follow from it."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from django.utils.translation import gettext_lazy as _

PASTED = re.compile(
    r"(?:https?:)?//[^\s\"'<>]+|(?:[\w-]+\.)*(?:youtube|youtube-nocookie|youtu|vimeo)\.\w+/[^\s\"'<>]+", re.I
)
YOUTUBE_ID = re.compile(r"[\w-]{11}")
YOUTUBE_HOSTS = {"youtube.com", "youtube-nocookie.com", "m.youtube.com", "music.youtube.com"}
YOUTUBE_FOLDERS = {"shorts", "embed", "live", "v"}
VIMEO_PATH = re.compile(r"/(?:.*/)?(?P<id>\d{6,})(?:/(?P<secret>[0-9a-f]{6,}))?/?")


@dataclass(frozen=True)
class Video:
    """A video at a provider: its number there, and the secret that unlisted ones need."""

    host: str
    number: str
    secret: str = ""

    @property
    def name(self):
        return {"youtube": "YouTube", "vimeo": "Vimeo"}[self.host]

    @property
    def contacts(self):
        """Return what a reader must know before the click."""
        if self.host == "youtube":
            return _("Play video from YouTube: this contacts Google")
        return _("Play video from Vimeo: this contacts Vimeo")

    @property
    def address(self):
        """Return the page of the video, without what its pasted address said about the person who shared it."""
        if self.host == "youtube":
            return f"https://www.youtube.com/watch?v={self.number}"
        return f"https://vimeo.com/{self.number}" + (f"/{self.secret}" if self.secret else "")

    @property
    def player(self):
        """Return the player that sets no cookies before it plays."""
        if self.host == "youtube":
            return f"https://www.youtube-nocookie.com/embed/{self.number}?autoplay=1&cc_load_policy=1&rel=0"
        secret = f"&h={self.secret}" if self.secret else ""
        return f"https://player.vimeo.com/video/{self.number}?autoplay=1&dnt=1{secret}"


def recognize(pasted):
    """Return the video in whatever somebody pasted: an address in any form, or code to embed it; None where none is."""
    for found in PASTED.findall(pasted):
        parts = urlsplit(found if "//" in found else f"//{found}")
        host = (parts.hostname or "").removeprefix("www.")
        if video := youtube(host, parts) or vimeo(host, parts):
            return video
    return None


def youtube(host, parts):
    path = parts.path.strip("/").split("/")
    if host == "youtu.be":
        number = path[0]
    elif host not in YOUTUBE_HOSTS:
        return None
    elif path[0] in YOUTUBE_FOLDERS and len(path) > 1:
        number = path[1]
    else:
        number = parse_qs(parts.query).get("v", [""])[0]
    return Video("youtube", number) if YOUTUBE_ID.fullmatch(number) else None


def vimeo(host, parts):
    if host not in ("vimeo.com", "player.vimeo.com"):
        return None
    found = VIMEO_PATH.fullmatch(parts.path)
    if not found:
        return None
    return Video("vimeo", found["id"], found["secret"] or parse_qs(parts.query).get("h", [""])[0])
