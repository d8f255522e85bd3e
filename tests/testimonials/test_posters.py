"""A poster fits the page that shows it, and is judged like every file of its story (issues 3 and 9; PRODUCT H6)."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.urls import reverse
from PIL import Image

from astr_site.pictures import background
from astr_site.pictures.sizes import KINDS, WIDTHS
from testimonials.actions import remove_media, withdraw
from testimonials.models import CaptionTrack, Testimonial
from tests.testimonials.factories import whole_story

pytestmark = pytest.mark.usefixtures("site")
STORED = storages["stories"]


@pytest.fixture
def story():
    return Testimonial.objects.filter(sample=True).first()


def picture(answer):
    return Image.open(BytesIO(answer.content))


def address(story, width, kind="webp"):
    return reverse("story-poster", args=[story.pk, width, kind])


def give_poster(story, size, **saving):
    drawn = BytesIO()
    Image.new("RGB", size, "teal").save(drawn, "JPEG", **saving)
    story.poster.save("poster.jpg", ContentFile(drawn.getvalue()))


@pytest.mark.parametrize(("width", "kind"), [(320, "jpg"), (400, "webp"), (1200, "webp")])
def test_a_poster_comes_as_wide_and_as_asked_for(client, story, width, kind):
    answer = client.get(address(story, width, kind))
    assert answer.headers["Content-Type"] == KINDS[kind]
    assert picture(answer).width == width


def test_a_poster_is_never_larger_than_its_source(client, story):
    give_poster(story, (300, 169))
    assert picture(client.get(address(story, 800))).size == (300, 169)


@pytest.mark.parametrize("tail", ["641.webp", "0.webp", "800.png", "800.gif", "99999999999999999999.jpg", "801"])
def test_only_the_sizes_that_pages_use_are_drawn(client, story, tail):
    assert client.get(f"/stories/{story.pk}/poster/{tail}").status_code == 404


def test_what_takes_long_comes_as_webp_until_it_is_drawn_and_is_half_as_large_then(client, story):
    give_poster(story, (1280, 720))
    first = client.get(address(story, 800, "avif"))
    assert first.headers["Content-Type"] == "image/webp"
    background.waiting.join()
    again = client.get(address(story, 800, "avif"), headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.headers["Content-Type"]) == (200, "image/avif")
    assert picture(again).size == picture(first).size == (800, 450)
    assert client.get(address(story, 1200, "avif")).headers["Content-Type"] == "image/avif"


def test_a_video_names_one_poster_and_each_browser_gets_the_best_that_it_takes(client, story):
    plain = client.get(f"/stories/{story.pk}/poster/800")
    better = client.get(f"/stories/{story.pk}/poster/800", headers={"Accept": "image/webp,*/*"})
    assert (plain.headers["Content-Type"], better.headers["Content-Type"]) == ("image/jpeg", "image/webp")
    assert "Accept" in plain.headers["Vary"]


def test_a_new_poster_takes_effect_at_once(client, story):
    seen = client.get(address(story, 320))
    give_poster(story, (1280, 720))
    assert client.get(address(story, 320), headers={"If-None-Match": seen.headers["ETag"]}).content != seen.content


def test_a_poster_that_the_browser_has_is_not_sent_again(client, story):
    seen = client.get(address(story, 320))
    assert seen.headers["Cache-Control"] == "private, no-cache"
    again = client.get(address(story, 320), headers={"If-None-Match": seen.headers["ETag"]})
    assert again.status_code == 304


def test_the_poster_of_a_story_that_may_not_be_seen_is_gone_in_every_size_and_kind(client, story):
    kept = {"If-None-Match": client.get(address(story, 320)).headers["ETag"]}
    CaptionTrack.objects.filter(testimonial=story).delete()
    withdraw(story, "staff")
    answers = {client.get(address(story, *size), headers=kept).status_code for size in every_size()}
    answers |= {client.get(f"/stories/{story.pk}/poster/{width}", headers=kept).status_code for width in WIDTHS}
    assert answers == {410}


def every_size():
    return [(width, kind) for width in WIDTHS for kind in KINDS]


def test_no_size_of_a_poster_has_an_address_among_the_pictures_of_pages(client, story):
    client.get(address(story, 320))
    [folder] = STORED.listdir("sizes")[0][:1]
    name = STORED.listdir(f"sizes/{folder}")[1][0]
    assert client.get(f"/media/sizes/{folder}/{name}").status_code == 404
    width, kind = name.removeprefix("whole-").split(".")
    assert client.get(f"/media/sizes/1/{folder}/whole/{width}.{kind}").status_code == 404


def test_with_the_media_of_a_story_every_size_of_its_poster_is_deleted(client, django_capture_on_commit_callbacks):
    # A story of its own: no rollback brings the files of a sample back to the tests that come later.
    story = whole_story().testimonial
    give_poster(story, (1280, 720))
    before = set(STORED.listdir("sizes")[0]) if STORED.exists("sizes") else set()
    client.get(address(story, 320, "avif"))
    background.waiting.join()
    assert len(set(STORED.listdir("sizes")[0]) - before) == 1
    with django_capture_on_commit_callbacks(execute=True):
        remove_media(story)
    assert set(STORED.listdir("sizes")[0]) == before


def test_a_poster_tells_nothing_that_the_camera_wrote_into_it(client, story):
    camera = Image.Exif()
    camera[0x013B] = "The name of a patient"
    give_poster(story, (1280, 720), exif=camera, comment=b"The name of a patient")
    client.get(address(story, 800, "avif"))
    background.waiting.join()
    for kind in KINDS:
        answer = client.get(address(story, 800, kind))
        assert not picture(answer).getexif()
        assert b"The name of a patient" not in answer.content


def test_a_poster_that_is_no_picture_is_not_found_and_its_pages_go_on(client, story):
    story.poster.save("poster.jpg", ContentFile(b"no picture at all"))
    assert client.get(address(story, 320)).status_code == 404
    assert client.get("/testimonials/").status_code == 200


def test_a_card_offers_every_size_and_keeps_room_for_it(client):
    page = client.get("/testimonials/").content.decode()
    story = Testimonial.objects.filter(sample=True).first()
    assert all(f"{address(story, *size)} {size[0]}w" in page for size in every_size() if size[1] != "jpg")
    assert 'width="640" height="360"' in page
    # The first card is seen at once; the others come when a reader is near them.
    assert page.count('fetchpriority="high"') == 1
    assert page.count('loading="lazy"') == page.count("<picture>") - 1
