"""The code that puts a story on another website, ready to copy."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override

from astr_site.pictures.sizes import FALLBACK, USUAL

USUAL_WIDTH = 416
PERMISSIONS = "autoplay; fullscreen; encrypted-media; picture-in-picture"
# Room for the words below the poster, from the narrowest frame up: (frames from this width, pixels). Measured in
# Chromium with the sample stories in Spanish, the longer language.
WORDS = ((400, 510), (340, 550), (0, 680))


def height_for(width):
    """Return how tall a story's frame should be, in pixels, on websites that do not run our script."""
    return width * 9 // 16 + next(words for least, words in WORDS if width >= least)


def story_address(content):
    with override(content.language):
        return settings.SITE_URL + reverse("story-embed", args=[content.testimonial_id])


def wall_address(language, **chosen):
    with override(language):
        return f"{settings.SITE_URL}{reverse('wall-embed')}?{urlencode(chosen)}"


def poster_address(content, width):
    return settings.SITE_URL + reverse("story-poster", args=[content.testimonial_id, width, FALLBACK])


def frame_of(address, title, width, height):
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" allow="{}" allowfullscreen></iframe>',
        address,
        title,
        width,
        height,
        PERMISSIONS,
    )


def frame(content, width=USUAL_WIDTH, height=None):
    return frame_of(story_address(content), content.title, width, height or height_for(width))


def wall_frame(language, title, **chosen):
    return frame_of(wall_address(language, **chosen), title, "100%", 900)


def with_script(framed):
    """Return a frame that grows and shrinks with what is in it."""
    return format_html('{}\n<script async src="{}"></script>', framed, settings.SITE_URL + reverse("embed-script"))


def picture_link(content):
    """Return a picture with a link, for newsletters, which show no frames.

    Once the story may not be shown, the picture is gone too, and the link finds no page.
    """
    with override(content.language):
        return format_html(
            '<a href="{}"><img src="{}" alt="{}" width="640" height="360"></a>',
            settings.SITE_URL + content.get_absolute_url(),
            poster_address(content, USUAL),
            _("Watch: {title}").format(title=content.title),
        )
