"""A page costs the same however much else is published."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.growth import make_pages, make_stories, make_techniques, make_versions

pytestmark = pytest.mark.usefixtures("site")


ADDRESSES = [
    "/testimonials/",
    "/testimonials/?area=neck",
    "/testimonials/sample-1/",
    "/techniques/manipulation/",
    "/techniques/",
    "/",
    "/how-we-review/",
    "/grown/page-7/",
    "/search/?q=neck+pain",
    "/sitemap.xml",
    "/sitemap-pages.xml",
    "/sitemap-stories.xml",
    "/feeds/stories.xml",
    "/feeds/changes.xml",
]


def queries(client, address):
    """Count what a page asks of the database when no cache helps, but the process has shown it before."""
    client.get(address)
    for each in caches.all():
        each.clear()
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_number_of_queries_does_not_grow_with_stories_techniques_pages_or_versions(client):
    make_stories(range(10))
    make_techniques(range(10))
    make_pages(10)
    few = {address: queries(client, address) for address in ADDRESSES}
    make_stories(range(10, 200))
    make_techniques(range(10, 200))
    make_pages(100, below="more")
    make_versions(20)
    many = {address: queries(client, address) for address in ADDRESSES}
    grown = {address: (few[address], many[address]) for address in ADDRESSES if many[address] > few[address]}
    assert grown == {}
