"""Whatever a stranger can make us write is limited in how often (issue 10, Sign-in)."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse

from astr_site import start
from astr_site.defense.limits import MARK
from testimonials.models import PrivateLink
from tests.fuzz.requests import PLACES
from tests.roles import matrix
from tests.testimonials.factories import whole_story

pytestmark = pytest.mark.usefixtures("site")
# Which menus are cached is noted by the CMS itself, once for each language, by whoever comes first.
WRITES = re.compile(r"^(INSERT|UPDATE|DELETE|REPLACE)(?! INTO .menus_cachekey)", re.IGNORECASE)
FORM = {"username": "someone", "password": "x", "code": "1", "next": "/"}


def writes(client, address):
    """Return what a stranger who sends a form there makes the database write."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.post(address, FORM)
    return [query["sql"][:80] for query in asked if WRITES.match(query["sql"])]


def test_every_address_where_a_stranger_can_make_us_write_is_limited(client, editor):
    filled = matrix.Filled(editor)
    _link, token = PrivateLink.objects.issue(filled.story.testimonial, editor)
    own = [reverse("private-story", args=[token]), start.first_password_link()]
    staff = [filled.address(path) for path in dict.fromkeys(matrix.addresses())]
    writing = {address for address in {*PLACES, *staff, *filter(None, own)} if writes(client, address)}
    assert {"/admin/login/", own[0]} <= writing
    assert [address for address in writing if not hasattr(resolve(address).func, MARK)] == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_makes_no_session(client, method):
    for address in (*PLACES, "/?toolbar_on", "/?toolbar_off", "/?edit", "/?structure", "/admin/?toolbar_on"):
        getattr(client, method)(address)
    assert set(client.cookies) <= {"csrftoken"}


def test_withdrawing_over_and_over_is_held_up(client, editor):
    _link, token = PrivateLink.objects.issue(whole_story().testimonial, editor)
    address = reverse("private-story", args=[token])
    answers = [client.post(address).status_code for _time in range(31)]
    assert answers == [302] * 30 + [429]
    assert client.get(address).status_code == 200
