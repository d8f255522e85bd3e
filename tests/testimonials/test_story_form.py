"""What staff fill in for a story, and that nothing typed is lost when something is wrong (issue 5, item 4)."""

from io import BytesIO

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from testimonials.models import Testimonial, TestimonialContent

from .factories import add_captions, make_story, write
from .form import ADD, TYPED
from .media import POSTER, VIDEO
from .provider import TITLE, provider

pytestmark = pytest.mark.usefixtures("site")

SRT = b"1\n00:00:00,000 --> 00:00:02,000\nThese words were made up.\n"


def file(data, name):
    return SimpleUploadedFile(name, data)


def captions(data=SRT, name="captions.srt"):
    form = {"captions-TOTAL_FORMS": "1", "captions-INITIAL_FORMS": "0", "captions-0-language": "en"}
    return form | {"captions-0-file": file(data, name)}


def kept_files():
    return storages["stories"].listdir("")[1]


def refused(client, **changes):
    """Send a form that has something wrong; return its page, with everything typed still in it and nothing kept."""
    before, files = Testimonial.objects.count(), kept_files()
    page = client.post(ADD, TYPED | changes).content.decode()
    for value in ("My made-up title", "Typed by hand.", "Made Up", "An empty chair"):
        assert value in page
    assert Testimonial.objects.count() == before
    assert kept_files() == files
    return page


def test_a_film_with_captions_becomes_a_draft_with_length_and_transcript(admin_client):
    films = {"video": file(VIDEO, "Jane Doe.mov"), "poster": file(POSTER, "Jane Doe.jpg")}
    answer = admin_client.post(ADD, TYPED | films | captions())
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    content = TestimonialContent.admin_manager.get(slug="my-made-up-title")
    story = content.testimonial
    assert story.duration == 2
    assert story.video.name.endswith(".mp4")
    assert b"Jane Doe" not in story.video.read()
    assert "Jane" not in story.video.name + story.poster.name
    track = story.captions.get()
    assert track.file.read().startswith(b"WEBVTT")
    assert not track.checked
    assert content.transcript == "0:00 These words were made up."


def test_a_pasted_address_brings_title_and_poster(admin_client, settings):
    with provider(settings) as asked:
        changes = {"video_url": "https://youtu.be/aB3_-efgh12?si=x&t=10", "content__title": "", "duration": "75"}
        answer = admin_client.post(ADD, TYPED | changes)
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    assert len(asked.asked) == 2
    content = TestimonialContent.admin_manager.get(slug="my-made-up-title")
    assert content.title == TITLE
    assert content.testimonial.video_url == "https://www.youtube.com/watch?v=aB3_-efgh12"
    assert content.testimonial.poster.read()[:2] == b"\xff\xd8"


def test_vimeo_tells_the_length_as_well(admin_client, settings):
    with provider(settings):
        admin_client.post(ADD, TYPED | {"video_url": "vimeo.com/123456789"})
    assert TestimonialContent.admin_manager.get(slug="my-made-up-title").testimonial.duration == 42


def test_a_provider_that_cannot_be_reached_costs_nothing_typed(admin_client, settings):
    silent = {"endpoint": "http://127.0.0.1:9/oembed", "pictures": []}
    settings.OEMBED = {"youtube": silent, "vimeo": silent}
    page = refused(admin_client, video_url="https://youtu.be/aB3_-efgh12", duration="75")
    assert "YouTube could not be reached" in page
    assert "https://youtu.be/aB3_-efgh12" in page
    poster = {"poster": file(POSTER, "poster.jpg"), "video_url": "https://youtu.be/aB3_-efgh12", "duration": "75"}
    assert admin_client.post(ADD, TYPED | poster).status_code == 302


def test_a_poster_from_another_host_is_not_fetched(admin_client, settings):
    with provider(settings) as first, provider(settings, thumbnail_url=f"{first.address}/poster.jpg"):
        refusal = admin_client.post(ADD, TYPED | {"video_url": "vimeo.com/123456789"})
        assert first.asked == []
    assert refusal.status_code == 302
    assert not TestimonialContent.admin_manager.get(slug="my-made-up-title").testimonial.poster


def test_an_address_that_is_no_video_is_refused(admin_client):
    assert "no YouTube or Vimeo address" in refused(admin_client, video_url="https://example.org/film", duration="5")


def test_a_length_that_nobody_told_is_asked_for(admin_client, settings):
    with provider(settings):
        page = refused(admin_client, video_url="https://youtu.be/aB3_-efgh12")
    assert "Give the length in seconds" in page


HOSTILE = {
    "script in a drawing": {"poster": file(b"<svg><script>alert(1)</script></svg>", "poster.svg")},
    "drawing named as a picture": {"poster": file(b"<svg><script>alert(1)</script></svg>", "poster.jpg")},
    "page named as a film": {"video": file(b"<script>alert(1)</script>" * 20, "film.mp4")},
    "film and archive in one": {"video": file(VIDEO + b"PK\x03\x04" + bytes(100), "film.mp4")},
    "film cut short": {"video": file(VIDEO[:-300], "film.mp4")},
    "no bytes": {"video": file(b"", "film.mp4")},
    "path in the name": {"video": file(b"no film", "../../../etc/passwd.mp4")},
    "script in captions": captions(b"WEBVTT\n\n00:00.000 --> 00:01.000\n<script>alert(1)</script>\n", "c.vtt"),
    "captions that are a film": captions(VIDEO, "c.vtt"),
    "captions of no bytes": captions(b"", "c.vtt"),
}


@pytest.mark.parametrize("attack", HOSTILE)
def test_a_hostile_upload_is_refused_with_a_sentence_and_the_form_is_kept(admin_client, attack):
    uploads = HOSTILE[attack]
    for value in uploads.values():
        if hasattr(value, "seek"):
            value.seek(0)
    whole = {"video": file(VIDEO, "film.mp4")} if "video" not in uploads else {}
    page = refused(admin_client, **whole | uploads)
    assert "errorlist" in page


def test_a_film_over_the_limit_is_let_go_by_while_it_arrives(admin_client, settings):
    settings.STORY_VIDEO_LIMIT = 5000
    page = refused(admin_client, video=file(VIDEO + bytes(200_000), "film.mp4"), duration="2")
    assert "larger than" in page


def test_a_claimed_length_of_five_gigabytes_is_refused_without_keeping_any_of_it(admin_client):
    body = encode_multipart(BOUNDARY, TYPED | {"video": file(VIDEO, "film.mp4")})
    claimed = {"CONTENT_LENGTH": str(5 * 2**30), "wsgi.input": BytesIO(body)}
    before, files = Testimonial.objects.count(), kept_files()
    answer = admin_client.post(ADD, content_type=MULTIPART_CONTENT, **claimed)
    page = answer.content.decode()
    assert "larger than" in page
    assert "My made-up title" in page
    assert (Testimonial.objects.count(), kept_files()) == (before, files)


def form_of(client, story):
    """Return what a browser would send back from a story's form."""
    page = client.get(f"/admin/testimonials/testimonial/{story.pk}/change/")
    forms = [page.context["adminform"].form, *(each.formset for each in page.context["inline_admin_formsets"])]
    data = {}
    for form in [forms[0], *(inner for each in forms[1:] for inner in [each.management_form, *each.initial_forms])]:
        for bound in form:
            value = bound.value()
            if value not in (None, False, "") and not hasattr(value, "open"):
                data[bound.html_name] = value
    return data


def test_captions_are_shown_beside_the_video_and_a_tick_tells_who_has_checked_them(admin_client, admin_user):
    story = make_story()
    add_captions(story, checked=False)
    write(story)
    address = f"/admin/testimonials/testimonial/{story.pk}/change/"
    page = admin_client.get(address).content.decode()
    assert f'src="/stories/{story.pk}/captions/en.vtt"' in page
    assert "These words were made up for a test." in page
    data = form_of(admin_client, story) | {"captions-0-checked": "on", "captions-TOTAL_FORMS": "1"}
    answer = admin_client.post(address, data)
    assert answer.status_code == 302, answer.context["errors"]
    track = story.captions.get()
    assert track.checked_by == admin_user
    new = data | {"captions-0-file": file(SRT, "new.srt")}
    assert admin_client.post(address, new).status_code == 302
    assert not story.captions.get().checked


def test_a_sample_is_one_from_the_start_or_never(admin_client):
    story = make_story()
    write(story)
    data = form_of(admin_client, story) | {"sample": "on", "no_patient": "on"}
    admin_client.post(f"/admin/testimonials/testimonial/{story.pk}/change/", data)
    assert not Testimonial.objects.get(pk=story.pk).sample
    page = refused(admin_client, sample="on", video=file(VIDEO, "film.mp4"))
    assert "that no patient is in it" in page


def test_a_stored_film_can_be_looked_at_and_gives_way_to_an_address(admin_client, settings):
    story = make_story()
    content = write(story)
    change = f"/admin/testimonials/testimonial/{story.pk}/change/"
    page = admin_client.get(change).content.decode()
    assert f'href="/stories/{story.pk}/video"' in page
    assert f'href="/stories/{story.pk}/poster"' in page
    form = TYPED | {"content__title": content.title, "content__slug": content.slug, "duration": "2"}
    with provider(settings):
        answer = admin_client.post(change, form | {"video-clear": "on", "video_url": "https://youtu.be/aB3_-efgh12"})
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    story.refresh_from_db()
    assert (bool(story.video), bool(story.video_url)) == (False, True)
