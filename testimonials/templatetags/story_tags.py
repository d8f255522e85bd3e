"""Tags for whatever shows a story."""

from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.urls import reverse

from testimonials import media, posters
from testimonials.uploads import captions

register = template.Library()


@register.simple_tag
def poster_of(pk: int):
    """A story's poster in all its sizes and kinds, as components show it."""
    return posters.offered_poster(pk)


@register.inclusion_tag("testimonials/embeds/discovery.html")
def oembed_links(content) -> dict:
    """Where other programs learn how to show this story (oEmbed 1.0, section 4)."""
    page = urlencode({"url": settings.SITE_URL + content.get_absolute_url()})
    return {"address": f"{settings.SITE_URL}{reverse('oembed')}?{page}", "title": content.title}


@register.simple_tag
def whole_address(path: str) -> str:
    """An address of this site as other websites need it."""
    return settings.SITE_URL + path


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
