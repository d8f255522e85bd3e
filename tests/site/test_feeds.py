"""Two feeds in each language, as a stranger's reader of feeds takes them."""

import re

import feedparser
import pytest
from cms.models import PageContent
from django.conf import settings
from djangocms_versioning.models import Version

from astr_site.clinic.models import Clinic
from techniques.models import TechniqueContent
from testimonials.models import TestimonialContent
from tests.testimonials.factories import change, publish, staff, whole_story, write

pytestmark = pytest.mark.usefixtures("site")
FEEDS = ["/feeds/stories.xml", "/es/feeds/stories.xml", "/feeds/changes.xml", "/es/feeds/changes.xml"]


def read(client, address):
    answer = client.get(address)
    assert answer["Content-Type"].startswith("application/atom+xml")
    feed = feedparser.parse(answer.content)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def titles(feed):
    return [entry.title for entry in feed.entries]


def publish_again(content, **words):
    draft = Version.objects.get_for_content(content).copy(staff())
    change(type(content)._base_manager.filter(pk=draft.content.pk), words)
    Version.objects.get(pk=draft.pk).publish(staff())


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_says_everything_that_atom_wants_and_leads_to_itself(client, address):
    whole_story()
    feed = read(client, address)
    assert feed.version == "atom10"
    assert feed.feed.language == ("es" if address.startswith("/es/") else "en")
    assert all([feed.feed.title, feed.feed.subtitle, feed.feed.updated_parsed, feed.feed.author])
    assert feed.feed.id == settings.SITE_URL + address
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [settings.SITE_URL + address]
    for entry in feed.entries:
        assert all([entry.id, entry.title, entry.updated_parsed])
        assert client.get(entry.link.removeprefix(settings.SITE_URL)).status_code == 200
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)


@pytest.mark.parametrize("language", ["", "/es"])
def test_every_page_leads_to_both_feeds_in_its_language(client, language):
    page = client.get(f"{language}/astr/").content.decode()
    found = re.findall(r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)">', page)
    assert found == [f"{language}/feeds/stories.xml", f"{language}/feeds/changes.xml"]


def test_the_feed_of_stories_has_the_newest_first_in_its_language_and_no_sample(client):
    assert read(client, "/feeds/stories.xml").entries == []
    older = whole_story("-1", words={"title": "Older & <wiser>", "summary": "A < B & so"})
    newer = whole_story("-2", words={"title": "Newer"})
    publish(write(newer.testimonial, language="es", title="Más nueva", slug="nueva"))
    feed = read(client, "/feeds/stories.xml")
    assert titles(feed) == ["Newer", older.title]
    assert feed.entries[1].summary == "A &lt; B &amp; so"
    assert titles(read(client, "/es/feeds/stories.xml")) == ["Más nueva"]
    publish_again(TestimonialContent.objects.get(pk=older.pk))
    assert titles(read(client, "/feeds/stories.xml")) == ["Newer", older.title]


def test_the_feed_of_changes_tells_what_was_published_last_and_nothing_of_drafts_or_stories(client):
    whole_story(words={"title": "A story of somebody"})
    technique = TechniqueContent.objects.get(technique__key="massage", language="en")
    page = PageContent.objects.get(page__reverse_id="privacy", language="en")
    Version.objects.get_for_content(page).copy(staff())
    publish_again(technique, title="Massage, told anew")
    feed = read(client, "/feeds/changes.xml")
    assert titles(feed)[0] == "Massage, told anew"
    assert "A story of somebody" not in titles(feed)
    assert len(feed.entries) > 20
    moments = [entry.updated for entry in feed.entries]
    assert moments == sorted(moments, reverse=True)


def test_a_feed_names_the_clinic_as_its_author(client):
    Clinic.objects.update(name="A clinic in a test")
    assert read(client, "/feeds/changes.xml").feed.author == "A clinic in a test"


@pytest.mark.parametrize("address", ["/feeds/stories.xml", "/feeds/changes.xml"])
def test_a_feed_costs_the_same_however_much_there_is(client, address, django_assert_max_num_queries):
    for number in range(3):
        whole_story(f"-{number}")
    with django_assert_max_num_queries(10):
        client.get(address)
