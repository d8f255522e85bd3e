"""Where a story appears, for the person in it and for staff."""

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from .models import Channel, Story, StoryWall, TestimonialContent


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
    shown_elsewhere = TestimonialContent.objects.visible(timezone.now(), Channel.ELSEWHERE)
    return shown_elsewhere.filter(testimonial=testimonial).exists()
