"""Search engines are told of every public page, and of nothing else."""

from pathlib import Path

import pytest
from cms.models import PageContent
from django.conf import settings
from djangocms_versioning.models import Version
from lxml import etree

from testimonials.actions import withdraw
from testimonials.models import TestimonialContent
from tests.site.test_pages import LANGUAGES, public_addresses
from tests.testimonials.factories import staff, whole_story

pytestmark = pytest.mark.usefixtures("site")

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "v": "http://www.google.com/schemas/sitemap-video/1.1",
}
RULES = etree.RelaxNG(etree.parse(Path(__file__).with_name("sitemap.rng")))


def told(client, address, path):
    response = client.get(address)
    assert response.status_code == 200
    return etree.fromstring(response.content).xpath(path, namespaces=NAMES)


def sections(client):
    return [place.text.removeprefix(settings.SITE_URL) for place in told(client, "/sitemap.xml", "//s:loc")]


def test_the_sitemaps_name_every_public_page_once_and_no_other(client):
    named = [place.text for section in sections(client) for place in told(client, section, "//s:loc")]
    search = {page.get_absolute_url() for page in PageContent.objects.filter(page__reverse_id="search")}
    assert search
    public = set(public_addresses(*LANGUAGES)) - search
    assert sorted(named) == sorted(settings.SITE_URL + address for address in public)


def test_every_page_tells_since_when_it_reads_as_it_does(client):
    for section in sections(client):
        assert told(client, section, "//s:url[not(s:lastmod)]") == []


def test_a_story_names_its_twin_in_the_other_language(client):
    content = TestimonialContent.objects.filter(language="en").first()
    twin = TestimonialContent.objects.get(language="es", testimonial=content.testimonial)
    address = settings.SITE_URL + content.get_absolute_url()
    alternates = told(client, "/sitemap-stories.xml", f"//s:url[s:loc='{address}']/x:link")
    assert {(each.get("hreflang"), each.get("href")) for each in alternates} == {
        ("en", address),
        ("es", settings.SITE_URL + twin.get_absolute_url()),
    }


def faults(markup):
    RULES.validate(etree.fromstring(markup))
    return [str(fault) for fault in RULES.error_log]


def test_the_sitemaps_keep_to_the_protocol(client):
    whole_story()
    address = "https://www.youtube.com/watch?v=abcdefghijk"
    whole_story("-2", video="", video_url=address)
    for place in ["/sitemap.xml", *sections(client)]:
        assert faults(client.get(place).content) == [], place
    assert len(told(client, "/sitemap-stories.xml", "//v:content_loc")) == 1
    assert len(told(client, "/sitemap-stories.xml", "//v:player_loc")) == 1


@pytest.mark.parametrize(
    "entry",
    [
        "<loc>/relative/</loc>",
        "<loc>https://example.org/</loc><lastmod>yesterday</lastmod>",
        "<loc>https://example.org/</loc><v:video><v:title>A</v:title></v:video>",
        "<loc>https://example.org/</loc><x:link rel='alternate' hreflang='en'/>",
        "<lastmod>2026-11-25</lastmod>",
    ],
)
def test_what_breaks_the_protocol_is_found(entry):
    names = f"xmlns='{NAMES['s']}' xmlns:x='{NAMES['x']}' xmlns:v='{NAMES['v']}'"
    assert faults(f"<urlset {names}><url>{entry}</url></urlset>")


def test_a_story_is_listed_with_its_video_and_a_sample_without(client):
    content = whole_story()
    site = settings.SITE_URL
    (video,) = told(client, "/sitemap-stories.xml", "//v:video")
    assert video.getparent().findtext("s:loc", namespaces=NAMES) == site + content.get_absolute_url()
    assert video.findtext("v:title", namespaces=NAMES) == content.title
    assert video.findtext("v:description", namespaces=NAMES) == content.summary
    assert video.findtext("v:content_loc", namespaces=NAMES) == f"{site}/stories/{content.testimonial_id}/video"
    assert video.findtext("v:duration", namespaces=NAMES) == "2"
    assert len(told(client, "/sitemap-stories.xml", "//s:url")) > 1


def test_every_page_names_its_twin_in_the_other_language(client):
    site = settings.SITE_URL
    for language in ("", "/es"):
        alternates = told(client, "/sitemap-pages.xml", f"//s:url[s:loc='{site}{language}/astr/']/x:link")
        assert [each.get("href") for each in alternates] == [f"{site}/astr/", f"{site}/es/astr/"]


def since(client, address):
    found = told(client, "/sitemap-pages.xml", f"//s:url[s:loc='{settings.SITE_URL}{address}']/s:lastmod")
    return found[0].text


def test_a_page_reads_as_it_does_since_its_publication_and_not_since_its_draft(client):
    before = since(client, "/privacy/")
    content = PageContent.objects.get(page__reverse_id="privacy", language="en")
    draft = Version.objects.get_for_content(content).copy(staff())
    draft.content.save()
    assert since(client, "/privacy/") == before
    draft.publish(staff())
    assert since(client, "/privacy/") > before


def test_a_list_changes_with_its_newest_entry_that_may_be_seen(client):
    before = since(client, "/testimonials/")
    content = whole_story()
    assert since(client, "/testimonials/") > before
    withdraw(content.testimonial, "staff")
    assert since(client, "/testimonials/") == before


def test_robots_are_told_of_the_sitemap_and_kept_from_staff_and_private_pages(client):
    words = client.get("/robots.txt").content.decode()
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in words
    assert {"Disallow: /admin/", "Disallow: /my-story/", "Disallow: /es/my-story/"} <= set(words.splitlines())


def test_the_sitemap_of_stories_costs_the_same_however_many_there_are(client, django_assert_max_num_queries):
    for number in range(3):
        whole_story(f"-{number}")
    with django_assert_max_num_queries(6):
        client.get("/sitemap-stories.xml")
