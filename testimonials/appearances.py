"""Where a story appears, for the person in it and for staff."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Max
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from .models import Story, StoryWall, TestimonialContent

WEBSITE_DAYS = 60


def appearances(testimonial):
    """Return (words, address) for each place of this site where the story is shown now; none where it is not."""
    contents = list(TestimonialContent.objects.filter(testimonial=testimonial).shown().order_by("language"))
    places = [(content.title, content.get_absolute_url()) for content in contents]
    names = dict(settings.LANGUAGES)
    for content in contents:
        words = _("The list of all stories (%(language)s)") % {"language": names[content.language]}
        with override(content.language):
            try:
                places.append((words, reverse("testimonials:list")))
            except NoReverseMatch:
                continue
    languages = {content.language for content in contents}
    places += [place for block in blocks_with(testimonial) if block.language in languages for place in page_of(block)]
    return list(dict.fromkeys(places))


def blocks_with(testimonial):
    yield from Story.objects.filter(testimonial=testimonial).select_related("placeholder")
    yield from StoryWall.objects.filter(chosen=testimonial).select_related("placeholder")


def page_of(block):
    """Yield the published page or subject that holds a block."""
    content = block.placeholder.source
    version = content.versions.first() if hasattr(content, "versions") else None
    if version is not None and version.state == "published" and hasattr(content, "get_absolute_url"):
        yield str(content), content.get_absolute_url()


def may_be_shown_elsewhere(testimonial):
    """Say whether other websites may show the story now (H4)."""
    return TestimonialContent.objects.elsewhere().filter(testimonial=testimonial).exists()


def websites(testimonial):
    """Return (website, last day) for each other website that has lately shown the story (H3)."""
    lately = timezone.localdate() - timedelta(days=WEBSITE_DAYS)
    seen = testimonial.showings.filter(day__gte=lately).exclude(host="")
    return list(seen.values_list("host").annotate(last=Max("day")).order_by("host"))
