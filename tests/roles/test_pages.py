"""Whatever of a page counts for readers at once is kept from those who only write drafts."""

import pytest
from cms.models import Page
from django.urls import reverse

from tests.staff import member

pytestmark = pytest.mark.usefixtures("site")


def page(key):
    return Page.objects.get(reverse_id=key)


@pytest.fixture
def as_a(client):
    people = {}

    def sign_in(role):
        client.force_login(people.get(role) or people.setdefault(role, member(role, f"the-{role.lower()}")))
        return client

    return sign_in


@pytest.mark.parametrize("role", ["Editor", "Marketing", "Publisher"])
def test_the_advanced_settings_that_hold_the_sections_are_for_administrators(as_a, role):
    techniques = page("techniques")
    for step in ("advanced-settings", "change"):
        as_a(role).post(
            f"/admin/cms/page/{techniques.pk}/{step}/", {"application_urls": "", "reverse_id": "", "_save": "Save"}
        )
    techniques.refresh_from_db()
    assert (techniques.application_urls, techniques.reverse_id) == ("TechniquesApp", "techniques")
    assert as_a(role).get(reverse("admin:cms_page_advanced", args=[techniques.pk])).status_code == 403


def test_an_administrator_opens_them(as_a):
    address = reverse("admin:cms_page_advanced", args=[page("techniques").pk])
    assert "application_urls" in as_a("Administrator").get(address).content.decode()


@pytest.mark.parametrize(
    ("role", "status", "address"), [("Editor", 403, "/glossary/"), ("Publisher", 200, "/your-visit/glossary/")]
)
def test_a_page_is_moved_by_whoever_may_publish(as_a, role, status, address):
    glossary, visit = page("glossary"), page("your-visit")
    answer = as_a(role).post(f"/admin/cms/page/{glossary.pk}/move-page/", {"target": visit.pk, "position": 0})
    assert answer.json()["status"] == status
    assert page("glossary").get_absolute_url("en") == address
