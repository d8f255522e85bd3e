"""A story's files: whole or in parts, kept by no cache that does not ask again (issue 5, item 3)."""

import pytest

from testimonials.actions import withdraw

from .factories import add_captions, whole_story
from .media import VIDEO

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def story():
    return whole_story().testimonial


@pytest.fixture
def film(story):
    return f"/stories/{story.pk}/video"


def body(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_whole_film_comes_with_its_type_its_mark_and_no_name(client, film):
    answer = client.get(film)
    assert body(answer) == VIDEO
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["Content-Disposition"] == "inline"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["ETag"]


@pytest.mark.parametrize(
    ("wanted", "part"),
    [("bytes=0-9", slice(0, 10)), ("bytes=100-", slice(100, None)), ("bytes=-7", slice(-7, None))],
)
def test_a_part_of_the_film_is_sent_as_a_part(client, film, wanted, part):
    answer = client.get(film, headers={"Range": wanted})
    assert answer.status_code == 206
    assert body(answer) == VIDEO[part]
    assert answer.headers["Content-Range"].endswith(f"/{len(VIDEO)}")
    assert int(answer.headers["Content-Length"]) == len(VIDEO[part])


@pytest.mark.parametrize("wanted", [f"bytes={len(VIDEO)}-", "bytes=-0"])
def test_a_part_that_does_not_exist_is_refused(client, film, wanted):
    answer = client.get(film, headers={"Range": wanted})
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{len(VIDEO)}"


@pytest.mark.parametrize("wanted", ["bytes=9-1", "bytes=a-b", "lines=1-2", "bytes=0-1,4-5", "bytes=-"])
def test_a_range_that_makes_no_sense_brings_the_whole(client, film, wanted):
    answer = client.get(film, headers={"Range": wanted})
    assert answer.status_code == 200
    assert body(answer) == VIDEO


def test_a_part_is_sent_only_of_the_film_that_the_browser_has_begun(client, film):
    mark = client.get(film).headers["ETag"]
    same = client.get(film, headers={"Range": "bytes=0-9", "If-Range": mark})
    other = client.get(film, headers={"Range": "bytes=0-9", "If-Range": '"another"'})
    assert (same.status_code, other.status_code) == (206, 200)


def test_what_the_browser_has_is_not_sent_again_while_the_story_may_be_seen(client, film, story):
    known = {"If-None-Match": client.get(film).headers["ETag"]}
    assert client.get(film, headers=known).status_code == 304
    withdraw(story, "staff")
    assert client.get(film, headers=known).status_code == 410


def test_captions_come_as_webvtt_and_only_when_checked(client, story):
    address = f"/stories/{story.pk}/captions/en.vtt"
    assert client.get(address).headers["Content-Type"].startswith("text/vtt")
    add_captions(story, checked=False, language="es")
    assert client.get(f"/stories/{story.pk}/captions/es.vtt").status_code == 404


def test_behind_nginx_the_site_only_says_which_file(client, film, story, settings):
    settings.STORIES_ACCEL = "/stories-files/"
    answer = client.get(film)
    assert answer.headers["X-Accel-Redirect"] == f"/stories-files/{story.video.name}"
    assert answer.content == b""
    assert answer.headers["Cache-Control"] == "private, no-cache"
    withdraw(story, "staff")
    answer = client.get(film)
    assert answer.status_code == 410
    assert "X-Accel-Redirect" not in answer.headers


def test_no_name_of_a_file_tells_anything(story):
    for name in (story.video.name, story.poster.name, story.captions.get().file.name):
        assert len(name.partition(".")[0]) == 32
        assert "made" not in name


def test_while_the_storage_is_away_a_film_says_when_to_ask_again_and_its_page_goes_on(client, film, monkeypatch):
    def away(self, name):
        raise OSError("The bucket fails")

    monkeypatch.setattr("astr_site.disk.StoryStorage.exists", away)
    answer = client.get(film)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "60"
    assert answer.headers["Cache-Control"] == "no-store"
    assert client.get("/testimonials/").status_code == 200
