"""Pictures are handed out; a story's files and everything else in the data folder are not."""

import pytest
from django.conf import settings
from django.core.files.storage import storages

from astr_site.checks import stories_have_no_address


@pytest.fixture
def picture():
    path = settings.MEDIA_ROOT / "drawing.svg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    yield path
    path.unlink()


@pytest.mark.django_db
def test_a_picture_is_served_but_may_run_nothing(client, picture):
    answer = client.get("/media/drawing.svg")
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content) == picture.read_bytes()
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "max-age" in answer.headers["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["../secret_key", "..%2fsecret_key", "%2e%2e/stories/film.mp4", "stories/film.mp4"])
def test_nothing_but_pictures_can_be_reached_through_the_address_of_pictures(client, path):
    stories = settings.STORIES_ROOT
    stories.mkdir(parents=True, exist_ok=True)
    (stories / "film.mp4").write_text("private")
    (settings.DATA_DIR / "secret_key").write_text("secret")
    assert client.get(f"/media/{path}").status_code in {400, 404}


@pytest.mark.django_db
def test_a_browser_that_asks_for_an_icon_finds_the_mark(client):
    assert client.get("/favicon.ico").url.endswith("mark.svg")


@pytest.mark.django_db
def test_the_folder_of_pictures_cannot_be_listed(client, picture):
    assert client.get("/media/./").status_code == 404


def test_a_story_file_has_no_address_of_its_own():
    assert storages["stories"].url("film.mp4") == ""


def test_stories_kept_among_the_pictures_are_an_error(settings):
    assert stories_have_no_address(None) == []
    settings.STORIES_ROOT = settings.MEDIA_ROOT / "stories"
    assert [error.id for error in stories_have_no_address(None)] == ["astr_site.E001"]
