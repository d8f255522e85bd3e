"""Suggestions while typing."""

from html import unescape

import pytest

from astr_site.environment import ROOT
from astr_site.search.models import Miss

pytestmark = pytest.mark.usefixtures("site")


def suggested(client, words, address="/search/suggestions/"):
    response = client.get(address, {"q": words})
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in response.headers["Cache-Control"]
    return response.json()["suggestions"]


def test_the_first_letters_suggest_what_there_is(client):
    assert suggested(client, "mob")[0] == "Mobilization"
    assert suggested(client, "fisi", "/es/buscar/suggestions/")[0] == "Fisioterapeutas"
    assert suggested(client, "") == []


def test_what_somebody_types_is_not_counted(client):
    for _time in range(6):
        assert suggested(client, "zzzzqq") == []
    assert not Miss.objects.exists()


def test_the_field_knows_where_to_ask_and_the_script_is_small(client):
    assert 'data-suggestions="/search/suggestions/"' in unescape(client.get("/search/").content.decode())
    assert len((ROOT / "static/js/suggest.js").read_bytes()) < 2048


def test_the_last_word_may_go_on_even_where_it_is_a_word_already(client):
    assert "Masaje" in suggested(client, "mas", "/es/buscar/suggestions/")
    assert "Massage therapists" in suggested(client, "mass")
