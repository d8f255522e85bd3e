"""Many of everything, made at once: what the tests of growth and `make bench` measure."""

import datetime

from django.contrib.auth import get_user_model
from django.utils import timezone
from djangocms_versioning import constants
from djangocms_versioning.models import Version

from techniques.models import Technique, TechniqueContent
from testimonials.models import Authorization, CaptionTrack, Testimonial, TestimonialContent

from .testimonials.factories import FORM, WORDS

AREAS = Testimonial.BodyArea.values


def publish_at_once(contents):
    """Publish many contents in two queries; each would otherwise pass the publish gate on its own."""
    model, author = type(contents[0]), get_user_model().objects.get(username="content")
    contents = model._base_manager.bulk_create(contents)
    Version.objects.bulk_create(
        Version(content=content, state=constants.PUBLISHED, number="1", created_by=author) for content in contents
    )


def make_stories(numbers):
    """Publish whole stories, each with an authorization in force, so that the judge has its whole work to do."""
    today, author = timezone.localdate(), get_user_model().objects.get(username="content")
    techniques = list(Technique.objects.all())
    stories = Testimonial.objects.bulk_create(
        Testimonial(
            display_name=f"Made Up {number}",
            video="made-up.mp4",
            poster="made-up.jpg",
            poster_alt="An empty chair",
            duration=10,
            recorded_on=today - datetime.timedelta(days=number % 500),
            spoken_language="en" if number % 3 else "es",
            body_area=AREAS[number % len(AREAS)],
            audio_description="all_said",
            material_connection="none",
            attests_real=True,
            attests_own_experience=True,
            attests_no_ai=True,
            attests_no_distortion=True,
            confirmed_on=today,
        )
        for number in numbers
    )
    now = timezone.now()
    CaptionTrack.objects.bulk_create(
        CaptionTrack(testimonial=story, language="en", file="made-up.vtt", checked_by=author, checked_at=now)
        for story in stories
    )
    Authorization.objects.bulk_create(Authorization(testimonial=story, **FORM) for story in stories)
    through = Testimonial.techniques.through
    through.objects.bulk_create(
        through(testimonial=story, technique=techniques[number % len(techniques)])
        for number, story in enumerate(stories)
    )
    words = WORDS | {"title": "Made-up story {}", "slug": "grown-{}"}
    publish_at_once(
        [
            TestimonialContent(
                testimonial=story, language="en", **{name: text.format(story.pk) for name, text in words.items()}
            )
            for story in stories
        ]
    )


def make_techniques(numbers):
    facts = dict.fromkeys(("moves", "speed", "movement_size", "pressure", "stopping", "may_feel"), "A fact")
    lists = dict.fromkeys(("aims", "may_not_suit", "common_effects", "rare_risks"), "one")
    techniques = Technique.objects.bulk_create(
        Technique(key=f"grown-{number}", position=50 + number) for number in numbers
    )
    publish_at_once(
        [
            TechniqueContent(
                technique=technique,
                language="en",
                title=f"Technique {technique.pk}",
                slug=f"grown-{technique.pk}",
                summary="A technique.",
                thrust="no_thrust",
                **facts,
                **lists,
            )
            for technique in techniques
        ]
    )


def make_versions(how_many):
    """Give one technique a long history."""
    content = TechniqueContent.objects.get(technique__key="manipulation", language="en")
    for _number in range(how_many):
        old = Version.objects.get_for_content(content).copy(Version.objects.first().created_by)
        Version.objects.filter(pk=old.pk).update(state=constants.ARCHIVED)
