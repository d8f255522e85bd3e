"""A film that staff upload: MP4 or WebM by what is in it, small enough, whole, and free of metadata."""

import struct

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from . import mp4, webm
from .patches import Damaged, Patched

LONGEST_SIDE = 8192


def clean_video(file):
    """Return the facts of an uploaded film, which is freed of its metadata and named by its kind.

    Raises ValidationError with a sentence for staff.
    """
    if getattr(file, "too_large", False) or file.size > settings.STORY_VIDEO_LIMIT:
        raise ValidationError(
            _("This video is larger than %(limit)d MB. Export it smaller, or put it on YouTube or Vimeo."),
            params={"limit": settings.STORY_VIDEO_LIMIT // 2**20},
        )
    facts = examined(file)
    if facts.side > LONGEST_SIDE:
        raise ValidationError(_("This video’s picture is too large. Export it with at most 1920 by 1080 pixels."))
    file.seek(0)
    file.name = f"film.{facts.kind}"
    return facts


def examined(file):
    film = Patched(file, file.size)
    try:
        head = film.at(0, 12)
        if head[4:8] == b"ftyp":
            return mp4.examine(film)
        if head[:4] == webm.EBML.to_bytes(4, "big"):
            return webm.examine(film)
    except (Damaged, KeyError, struct.error):
        raise ValidationError(
            _("This video is damaged, cut short, or holds more than picture and sound. Export it again as MP4.")
        ) from None
    raise ValidationError(_("This is no MP4 or WebM video. Export the film as MP4 and upload that."))
