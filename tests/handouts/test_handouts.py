"""Staff print several pages at once, and paper leads back to the page (issue 7, item 5)."""

import re

import pytest
from cms.models import PageContent
from django.contrib.auth import get_user_model
from django.urls import reverse

from astr_site.editorial.models import Review
from astr_site.editorial.records import ensure_record
from astr_site.templatetags.site_tags import qr
from techniques.models import TechniqueContent

pytestmark = pytest.mark.usefixtures("site")

ADDRESS = "/admin/handouts/"


@pytest.fixture
def staff(client):
    """Somebody on the staff without any right of their own."""
    client.force_login(get_user_model().objects.create_user("helper", is_staff=True, password="a long pass phrase"))
    return client


def text(response):
    return response.content.decode()


def test_staff_find_the_handouts_on_their_first_page(staff):
    assert f'href="{ADDRESS}"' in text(staff.get(reverse("admin:index")))


def test_every_technique_and_profession_is_offered_in_both_languages(staff):
    page = text(staff.get(ADDRESS))
    offered = re.findall(r'name="page" value="([^"]+)"', page)
    assert len([each for each in offered if each.startswith("/es/")]) == len(offered) / 2
    assert {"/techniques/massage/", "/es/tecnicas/masaje/", "/providers/chiropractors/", "/astr/"} <= {*offered}


def test_what_was_chosen_follows_each_other_whole_and_nothing_stands_twice(staff):
    chosen = ["/providers/chiropractors/", "/techniques/massage/", "/es/tecnicas/masaje/"]
    page = text(staff.get(ADDRESS, {"print": "1", "page": chosen}))
    assert page.count('<article class="handout"') == 3
    assert re.findall(r"<h1[^>]*>\s*([^<]+)</h1>", page)[1:] == ["Massage", "Chiropractors", "Masaje"]
    assert '<article class="handout" lang="es">' in page
    for whole in ("Call 911", "Llame al 911", "Awaiting clinical review", "nccih.nih.gov"):
        assert whole in page
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_choosing_nothing_or_what_is_not_there_says_so_and_keeps_the_list(staff):
    for wrong in ({}, {"page": ["/no-such-page/", "https://example.org/"]}):
        page = text(staff.get(ADDRESS, {"print": "1", **wrong}))
        assert "Choose at least one page." in page
        assert 'value="/techniques/massage/"' in page


def test_a_page_that_is_taken_down_is_no_handout(staff, editor):
    content = PageContent.objects.get(page__reverse_id="compare", language="en")
    content.versions.get().unpublish(editor)
    assert 'value="/techniques/compare/"' not in text(staff.get(ADDRESS))


def test_strangers_are_asked_to_sign_in(client):
    assert client.get(ADDRESS).status_code == 302


@pytest.mark.parametrize("address", ["/techniques/massage/", "/es/quien-la-ofrece/masajistas/", "/astr/", "/"])
def test_a_page_carries_its_own_address_in_letters_and_as_a_code(client, settings, address):
    page = text(client.get(address))
    assert qr(settings.SITE_URL + address) in page
    assert f"</strong> {settings.SITE_URL}{address}" in page


def test_a_reviewed_page_says_on_paper_when_to_look_again(client):
    content = TechniqueContent.objects.get(technique__key="massage", language="en")
    dates = {"reviewed_on": "2026-01-10", "next_due": "2027-01-10"}
    who = {"reviewer_name": "A clinician in a test", "reviewer_credentials": "PT"}
    Review.objects.create(record=ensure_record(content), **dates, **who)
    assert "Look again after Jan. 10, 2027." in text(client.get("/techniques/massage/"))


def test_codes_differ_as_addresses_do():
    assert qr("https://example.org/a/") != qr("https://example.org/b/")
