"""Search engines read what the page of a story shows, and nothing that identifies more than that."""

import json
import re

import pytest

from testimonials.models import TestimonialContent

from .factories import whole_story

pytestmark = pytest.mark.usefixtures("site")


def told(client, address):
    page = client.get(address).content.decode()
    return page, [json.loads(data) for data in re.findall(r"ld\+json\">(.*?)</script>", page, re.DOTALL)]


def test_a_story_is_told_in_the_words_of_its_page(client):
    content = whole_story(words={"title": "Back in </script> the & garden"})
    page, (video,) = told(client, content.get_absolute_url())
    assert video["name"] == content.title
    assert video["description"] in page
    assert video["transcript"].removeprefix("0:00 ") in page
    assert client.get(video["contentUrl"].removeprefix("http://127.0.0.1:8000")).status_code == 200
    assert client.get(video["thumbnailUrl"].removeprefix("http://127.0.0.1:8000")).status_code == 200
    assert not {"review", "aggregateRating", "author", "actor"} & set(video)


def test_a_sample_is_not_offered_to_search_engines_as_a_story(client):
    sample = TestimonialContent.objects.filter(testimonial__sample=True, language="en").first()
    _page, found = told(client, sample.get_absolute_url())
    assert found == []
