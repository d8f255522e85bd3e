"""Search engines are told of every public page, and of nothing else."""

import pytest
from cms.models import PageContent
from django.conf import settings
from lxml import etree

from testimonials.models import TestimonialContent
from tests.site.test_pages import LANGUAGES, public_addresses

pytestmark = pytest.mark.usefixtures("site")

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


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


def test_robots_are_told_of_the_sitemap_and_kept_from_staff_and_private_pages(client):
    words = client.get("/robots.txt").content.decode()
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in words
    assert {"Disallow: /admin/", "Disallow: /my-story/", "Disallow: /es/my-story/"} <= set(words.splitlines())


def test_the_sitemap_of_stories_costs_the_same_however_many_there_are(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get("/sitemap-stories.xml")
