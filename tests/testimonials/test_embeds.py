"""Stories on other websites: only where the person allowed it, and until they take it back (issue 6; H4)."""

import json
from urllib.parse import quote

import pytest
from django.conf import settings
from lxml import etree, html

from testimonials.actions import withdraw
from testimonials.models import Showing
from tests.staff import member

from .factories import staff, whole_story

pytestmark = pytest.mark.usefixtures("site")
PARTNER = {"HTTP_REFERER": "https://partner.example/page?patient=1"}


@pytest.fixture
def story():
    return whole_story()


@pytest.fixture
def only_here():
    return whole_story("-here", authorization={"to_elsewhere": False})


def frame(content, language=""):
    return f"{language}/embed/story/{content.testimonial_id}/"


def ask(client, address, **more):
    query = "".join(f"&{name}={value}" for name, value in more.items())
    return client.get(f"/oembed/?url={quote(settings.SITE_URL + address)}{query}")


def test_a_frame_shows_the_disclosure_before_the_button_and_the_way_to_the_transcript(client, story):
    text = client.get(frame(story)).content.decode()
    assert text.index("This is one person’s experience.") < text.index("data-play>")
    assert f'href="{story.get_absolute_url()}#transcript"' in text
    assert 'kind="captions"' in text
    assert story.testimonial.display_name not in text


def test_a_frame_may_stand_on_any_website_and_no_other_page_may(client, story, editor):
    policies = {
        address: client.get(address).headers for address in (frame(story), "/embed/story/999/", "/", "/admin/login/")
    }
    assert "frame-ancestors *" in policies[frame(story)]["Content-Security-Policy"]
    assert "X-Frame-Options" not in policies[frame(story)]
    for address in ("/embed/story/999/", "/", "/admin/login/"):
        assert "frame-ancestors 'none'" in policies[address]["Content-Security-Policy"]
        assert policies[address]["X-Frame-Options"] == "DENY"
    client.force_login(editor)
    assert "frame-ancestors 'self'" in client.get("/").headers["Content-Security-Policy"]


def test_a_list_of_websites_narrows_who_may_frame_it(client, story, settings):
    settings.EMBED_HOSTS = ["https://partner.example"]
    policy = client.get(frame(story)).headers["Content-Security-Policy"]
    assert "frame-ancestors https://partner.example 'self'" in policy


def test_a_story_that_may_not_travel_has_no_frame_no_code_and_a_poster_for_this_site_only(client, only_here):
    page = client.get(only_here.get_absolute_url())
    assert b"oembed" not in page.content
    assert client.get(frame(only_here)).status_code == 410
    assert client.get(only_here.get_absolute_url() + "embed/").status_code == 404
    assert ask(client, only_here.get_absolute_url()).status_code == 401
    poster = client.get(f"/stories/{only_here.testimonial_id}/poster/320")
    assert poster.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_withdrawn_story_leaves_a_notice_that_names_nobody(client, story):
    withdraw(story.testimonial, "staff")
    for language, words in (("", "no longer shown"), ("/es", "ya no se muestra")):
        answer = client.get(frame(story, language))
        assert answer.status_code == 410
        assert words in answer.content.decode()
        assert story.title not in answer.content.decode()
        assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]
    for file in ("video", "poster", "poster/320", "captions/en.vtt"):
        assert client.get(f"/stories/{story.testimonial_id}/{file}").status_code == 410
    assert ask(client, story.get_absolute_url()).status_code == 404


def test_a_wall_shows_what_it_was_asked_for_in_that_order_and_drops_what_was_withdrawn(client, story):
    other = whole_story("2", words={"title": "Another made-up story"})
    address = f"/embed/wall/?stories={other.testimonial_id},{story.testimonial_id},999"
    titles = html.fromstring(client.get(address).content).xpath("//h3/text()")
    assert titles == ["Another made-up story", "A made-up story"]
    withdraw(other.testimonial, "staff")
    assert html.fromstring(client.get(address).content).xpath("//h3/text()") == ["A made-up story"]
    withdraw(story.testimonial, "staff")
    assert client.get(address).status_code == 410


@pytest.mark.parametrize("query", ["", "?stories=", "?stories=abc", "?technique=nothing", f"?stories={9**40}"])
def test_a_wall_of_nothing_is_not_found(client, query):
    assert client.get("/embed/wall/" + query).status_code == 404


def test_oembed_answers_in_json_and_xml_within_the_size_that_is_asked_for(client, story):
    answer = ask(client, story.get_absolute_url(), maxwidth=300, maxheight=400)
    told = json.loads(answer.content)
    assert told["width"] == 300
    assert told["height"] == 400
    assert "thumbnail_url" not in told
    [code] = html.fragments_fromstring(told["html"])
    assert code.tag == "iframe"
    assert code.get("title") == told["title"] == story.title
    assert code.get("src") == settings.SITE_URL + frame(story)
    assert int(answer.headers["Cache-Control"].rpartition("=")[2]) <= 60
    xml = etree.fromstring(ask(client, frame(story), format="xml").content)
    assert xml.findtext("html") == json.loads(ask(client, frame(story)).content)["html"]


@pytest.mark.parametrize(
    ("address", "more", "status"),
    [
        ("/testimonials/no-such-story/", {}, 404),
        ("/", {}, 404),
        ("/%00", {}, 404),
        ("/testimonials/made-up/", {"format": "yaml"}, 501),
        ("/testimonials/made-up/", {"maxwidth": "wide"}, 400),
        ("/testimonials/made-up/", {"maxheight": "0"}, 400),
    ],
)
def test_oembed_says_by_status_what_it_cannot_do(client, story, address, more, status):
    assert ask(client, address, **more).status_code == status


@pytest.mark.parametrize("url", ["", "https://elsewhere.example/testimonials/made-up/", "http://[", "//x"])
def test_oembed_knows_no_other_websites(client, url):
    assert client.get(f"/oembed/?url={quote(url)}").status_code == 404


def test_showings_are_counted_by_website_and_day_and_tell_nothing_of_anybody(client, story):
    for _visit in range(2):
        client.get(frame(story), **PARTNER)
    client.get(frame(story), HTTP_REFERER="http://testserver/testimonials/made-up/embed/")
    client.get(frame(story), HTTP_REFERER="http://[not an address")
    counted = {showing.host: showing.times for showing in Showing.objects.all()}
    assert counted == {"partner.example": 2, "": 1}


def test_made_up_websites_cannot_fill_the_counts(client, story, monkeypatch):
    monkeypatch.setattr("testimonials.embeds.counting.MOST_HOSTS", 3)
    for number in range(6):
        client.get(frame(story), HTTP_REFERER=f"https://made-up-{number}.example/")
    assert Showing.objects.values("host").distinct().count() == 4
    assert Showing.objects.get(host="").times == 3


def test_the_page_with_the_code_shows_what_one_may_copy_and_staff_why_not(client, story, only_here, editor):
    page = html.fromstring(client.get(story.get_absolute_url() + "embed/").content)
    codes = [each.text_content() for each in page.xpath("//textarea")]
    assert len(codes) == 3
    assert all(settings.SITE_URL in code for code in codes)
    assert len(page.xpath("//iframe")) == 3
    client.force_login(editor)
    refused = client.get(only_here.get_absolute_url() + "embed/").content.decode()
    assert "Other websites may not show this story" in refused
    assert "not other websites" in refused
    assert "<textarea" not in refused


def test_the_person_sees_which_websites_showed_the_story(client, story):
    from testimonials.models import PrivateLink

    client.get(frame(story), **PARTNER)
    token = PrivateLink.objects.issue(story.testimonial, staff())[1]
    assert "partner.example" in client.get(f"/my-story/{token}/").content.decode()


def test_caches_in_front_of_the_site_are_told_at_once(client, story, django_capture_on_commit_callbacks):
    from astr_site.purging.signals import purged

    told = []

    def listen(addresses, **kwargs):
        told.extend(addresses)

    purged.connect(listen)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            withdraw(story.testimonial, "staff")
    finally:
        purged.disconnect(listen)
    for path in (story.get_absolute_url(), frame(story), f"/stories/{story.testimonial_id}/video", "/oembed/"):
        assert settings.SITE_URL + path in told


def test_marketing_finds_codes_for_walls_and_who_shows_them_and_others_do_not(client, story):
    client.get(frame(story), **PARTNER)
    client.force_login(member("Marketing"))
    page = client.get(f"/admin/stories-elsewhere/?stories={story.testimonial_id}&stories=99").content.decode()
    assert f"/embed/wall/?stories={story.testimonial_id}&quot;" in page
    assert "partner.example" in page
    assert story.get_absolute_url() + "embed/" in page
    client.force_login(member("Editor", "another"))
    assert client.get("/admin/stories-elsewhere/").status_code == 403
