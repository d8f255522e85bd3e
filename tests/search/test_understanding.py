"""Search understands what people type: typos, their own words, and what staff teach it."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from astr_site.search.models import Synonym

from .test_page import text, titles

pytestmark = pytest.mark.usefixtures("site")


def test_behind_a_typo_search_finds_what_was_meant_and_says_so(client):
    page = client.get("/search/", {"q": "manipluation"})
    assert titles(page)[0] == "Manipulation"
    assert "Showing results for <strong>manipulation</strong>." in text(page)
    assert 'href="?q=manipluation&exactly=1">Search instead for “manipluation”' in text(page)


def test_who_means_it_gets_what_was_typed(client):
    page = client.get("/search/", {"q": "manipluation", "exactly": 1})
    assert titles(page) == []
    assert "<strong>Nothing was found</strong> for “manipluation”" in text(page)


def test_a_word_that_the_site_has_is_never_put_right(client):
    assert "Showing results for" not in text(client.get("/search/", {"q": "massage"}))


def test_staff_teach_search_a_synonym_and_the_next_search_knows_it(client, editor):
    assert titles(client.get("/search/", {"q": "wibblewobble"})) == []
    client.force_login(editor)
    values = {"language": "en", "term": "wibblewobble", "meanings": "joint mobilization", "in_use": "on"}
    client.post(reverse("admin:search_synonym_add"), values)
    client.logout()
    assert titles(client.get("/search/", {"q": "the wibblewobble"}))[0] == "Mobilization"
    Synonym.objects.get(term="wibblewobble").delete()
    assert titles(client.get("/search/", {"q": "wibblewobble"})) == []


def test_a_synonym_that_is_switched_off_is_not_brought_back_by_loading_the_content(client):
    Synonym.objects.filter(term="bodywork").update(in_use=False)
    call_command("load_content", verbosity=0)
    assert not Synonym.objects.get(term="bodywork").in_use
