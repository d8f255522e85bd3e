"""A page costs the same however much else is published."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from djangocms_versioning.models import Version
from menus.menu_pool import menu_pool

from techniques.models import Technique, TechniqueContent
from testimonials.models import CaptionTrack, Testimonial, TestimonialContent

pytestmark = pytest.mark.usefixtures("site")


def user():
    return get_user_model().objects.get(username="content")


def publish(content):
    Version.objects.get_for_content(content).publish(user())


def make_stories(numbers):
    for number in numbers:
        story = Testimonial.objects.create(
            display_name=f"Sample {number}",
            video="made-up.mp4",
            poster="made-up.jpg",
            poster_alt="An empty chair",
            duration=10,
            recorded_on=datetime.date(2026, 1, 1),
            spoken_language="en",
            body_area="neck",
            sample=True,
        )
        CaptionTrack.objects.create(testimonial=story, language="en", file="made-up.vtt")
        publish(
            TestimonialContent.objects.with_user(user()).create(
                testimonial=story,
                language="en",
                title=f"Sample story {number}",
                slug=f"grown-{number}",
                summary="A sample.",
                transcript="0:00 A sample.",
            )
        )


def make_techniques(numbers):
    facts = dict.fromkeys(("moves", "speed", "movement_size", "pressure", "stopping", "may_feel"), "A fact")
    for number in numbers:
        publish(
            TechniqueContent.objects.with_user(user()).create(
                technique=Technique.objects.create(key=f"grown-{number}", position=50 + number),
                language="en",
                title=f"Technique {number}",
                slug=f"grown-{number}",
                summary="A technique.",
                thrust="no_thrust",
                aims="one",
                may_not_suit="one",
                common_effects="one",
                rare_risks="one",
                **facts,
            )
        )


def queries(client, address):
    cache.clear()
    menu_pool.clear(all=True)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("address", ["/testimonials/", "/techniques/manipulation/", "/techniques/", "/"])
def test_the_number_of_queries_does_not_grow_with_stories_techniques_or_versions(client, address):
    make_stories(range(10))
    make_techniques(range(10))
    client.get(address)
    few = queries(client, address)
    make_stories(range(10, 200))
    make_techniques(range(10, 200))
    for _version in range(20):
        content = TechniqueContent.objects.get(technique__key="manipulation", language="en")
        Version.objects.get_for_content(content).copy(user()).publish(user())
    assert queries(client, address) <= few
