"""A page costs the same however much else is published."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from djangocms_versioning import constants
from djangocms_versioning.models import Version
from menus.menu_pool import menu_pool

from techniques.models import Technique, TechniqueContent
from testimonials.models import CaptionTrack, Testimonial, TestimonialContent

pytestmark = pytest.mark.usefixtures("site")


def publish_at_once(contents):
    """Publish many contents in two queries; each would otherwise pass the publish gate on its own."""
    model, author = type(contents[0]), get_user_model().objects.get(username="content")
    contents = model._base_manager.bulk_create(contents)
    Version.objects.bulk_create(
        Version(content=content, state=constants.PUBLISHED, number="1", created_by=author) for content in contents
    )


def make_stories(numbers):
    stories = Testimonial.objects.bulk_create(
        Testimonial(
            display_name=f"Sample {number}",
            video="made-up.mp4",
            poster="made-up.jpg",
            poster_alt="An empty chair",
            duration=10,
            recorded_on=datetime.date(2026, 1, 1),
            spoken_language="en",
            body_area="neck",
            sample=True,
            no_patient=True,
        )
        for number in numbers
    )
    CaptionTrack.objects.bulk_create(
        CaptionTrack(testimonial=story, language="en", file="made-up.vtt") for story in stories
    )
    publish_at_once(
        [
            TestimonialContent(
                testimonial=story,
                language="en",
                title=f"Sample story {story.pk}",
                slug=f"grown-{story.pk}",
                summary="A sample.",
                transcript="0:00 A sample.",
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


def queries(client, address):
    cache.clear()
    menu_pool.clear(all=True)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_number_of_queries_does_not_grow_with_stories_techniques_or_versions(client):
    addresses = ["/testimonials/", "/testimonials/sample-1/", "/techniques/manipulation/", "/techniques/", "/"]
    make_stories(range(10))
    make_techniques(range(10))
    few = {address: queries(client, address) for address in addresses}
    make_stories(range(10, 200))
    make_techniques(range(10, 200))
    make_versions(20)
    many = {address: queries(client, address) for address in addresses}
    assert all(many[address] <= few[address] for address in addresses), (few, many)
