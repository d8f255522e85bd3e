"""A poster fits the page that shows it, and is judged like every file of its story (issue 3; PRODUCT H6)."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image

from testimonials.models import CaptionTrack, Testimonial

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def story():
    return Testimonial.objects.filter(sample=True).first()


def picture(answer):
    return Image.open(BytesIO(answer.content))


def address(story, width):
    return reverse("story-poster", args=[story.pk, width])


def give_poster(story, size, **saving):
    drawn = BytesIO()
    Image.new("RGB", size, "teal").save(drawn, "JPEG", **saving)
    story.poster.save("poster.jpg", ContentFile(drawn.getvalue()))


@pytest.mark.parametrize("width", [320, 640, 960])
def test_a_poster_comes_as_wide_as_asked_for(client, story, width):
    answer = client.get(address(story, width))
    assert answer.headers["Content-Type"] == "image/webp"
    assert picture(answer).width == width


def test_a_poster_is_never_larger_than_its_source(client, story):
    give_poster(story, (400, 225))
    assert picture(client.get(address(story, 960))).size == (400, 225)


def test_only_the_sizes_that_pages_use_are_drawn(client, story):
    assert client.get(address(story, 641)).status_code == 404


def test_a_new_poster_takes_effect_at_once(client, story):
    seen = client.get(address(story, 320))
    give_poster(story, (1280, 720))
    assert client.get(address(story, 320), headers={"If-None-Match": seen.headers["ETag"]}).content != seen.content


def test_a_poster_that_the_browser_has_is_not_sent_again(client, story):
    seen = client.get(address(story, 320))
    assert "no-cache" in seen.headers["Cache-Control"]
    again = client.get(address(story, 320), headers={"If-None-Match": seen.headers["ETag"]})
    assert again.status_code == 304


def test_the_poster_of_a_story_that_may_not_be_seen_is_gone_in_every_size(client, story):
    seen = client.get(address(story, 320))
    CaptionTrack.objects.filter(testimonial=story).delete()
    kept = {"If-None-Match": seen.headers["ETag"]}
    assert client.get(address(story, 320), headers=kept).status_code == 410


def test_a_poster_tells_nothing_that_the_camera_wrote_into_it(client, story):
    camera = Image.Exif()
    camera[0x013B] = "The name of a patient"
    give_poster(story, (1280, 720), exif=camera)
    answer = client.get(address(story, 640))
    assert not picture(answer).getexif()
    assert b"The name of a patient" not in answer.content


def test_a_card_offers_every_size_and_keeps_room_for_it(client):
    page = client.get("/testimonials/").content.decode()
    story = Testimonial.objects.filter(sample=True).first()
    assert all(f"{address(story, width)} {width}w" in page for width in (320, 640, 960, 1280))
    assert 'width="640" height="360"' in page
