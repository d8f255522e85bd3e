"""Tags for whatever shows a story."""

from django import template
from django.conf import settings

from testimonials import media, posters
from testimonials.uploads import captions

register = template.Library()


@register.simple_tag
def poster_sizes(pk: int) -> str:
    """The sizes of a story's poster, as an image's srcset."""
    return posters.poster_sizes(pk)


@register.simple_tag
def video_limit() -> int:
    """The largest video that may be uploaded, in bytes."""
    return settings.STORY_VIDEO_LIMIT


@register.simple_tag
def staff_media(testimonial) -> dict:
    """A story's media as staff see it: with captions that nobody has checked yet, and their words."""
    tracks = list(testimonial.captions.all())
    shown = media.media_of(testimonial, tracks)
    for track, told in zip(tracks, shown["captions"], strict=True):
        told["words"] = [(captions.clock(cue.start)[3:8], cue.text) for cue in cues(track)]
    return shown


def cues(track):
    """Return the captions' cues, none where the file is gone or older than our own checks."""
    try:
        with track.file.open("rb") as file:
            return captions.parse(file.read())
    except (OSError, captions.Unusable):
        return []
