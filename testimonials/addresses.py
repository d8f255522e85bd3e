"""Every address of this site at which a story may be found."""

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override

from astr_site.pictures.sizes import KINDS, WIDTHS

from .models import TestimonialContent


def addresses_of(story):
    """Return the paths of a story's pages, frames and files, whether or not it may be seen."""
    found = [reverse("story-video", args=[story.pk]), reverse("story-poster", args=[story.pk])]
    for width in WIDTHS:
        found.append(reverse("story-poster", args=[story.pk, width]))
        found += [reverse("story-poster", args=[story.pk, width, kind]) for kind in KINDS]
    found += [reverse("story-captions", args=[story.pk, code]) for code, _name in settings.LANGUAGES]
    for code, _name in settings.LANGUAGES:
        with override(code):
            found += [reverse("story-embed", args=[story.pk]), reverse("wall-embed"), *pages_in(code, story)]
    return [*found, reverse("oembed"), reverse("sitemap-section", args=["stories"])]


def pages_in(language, story):
    """Return the story's own pages, old addresses too, and the list; none where the section does not exist."""
    texts = TestimonialContent.admin_manager.filter(testimonial=story, language=language)
    slugs = {slug for slug in texts.values_list("slug", flat=True) if slug}
    try:
        return [*(reverse("testimonials:detail", args=[slug]) for slug in slugs), reverse("testimonials:list")]
    except NoReverseMatch:
        return []
