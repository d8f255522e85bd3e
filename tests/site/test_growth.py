"""A page costs the same however much else is published."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.growth import make_stories, make_techniques, make_versions

pytestmark = pytest.mark.usefixtures("site")


def queries(client, address):
    """Count what a page asks of the database when no cache helps, but the process has shown it before."""
    client.get(address)
    cache.clear()

    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_number_of_queries_does_not_grow_with_stories_techniques_or_versions(client):
    addresses = ["/testimonials/", "/testimonials/sample-1/", "/techniques/manipulation/", "/techniques/", "/"]
    make_stories(range(10))
    make_techniques(range(10))
    few = {address: queries(client, address) for address in addresses}
    make_stories(range(10, 200))
    make_techniques(range(10, 200))
    make_versions(20)
    many = {address: queries(client, address) for address in addresses}
    grown = {address: (few[address], many[address]) for address in addresses if many[address] > few[address]}
    assert grown == {}
