"""The page of results, without a script."""

import re
from html import unescape

import pytest

from astr_site.search import finding, views

pytestmark = pytest.mark.usefixtures("site")


def text(response):
    return re.sub(r"\s+", " ", unescape(response.content.decode()))


def titles(response):
    return re.findall(r'<h2><a href="[^"]+">([^<]+)(?:<span[^>]*>[^<]*</span>)?</a></h2>', text(response))


def options(response):
    return re.findall(r'<li><a href="[^"]+"(?: aria-current="true")?>([^<]+ \(\d+\))</a></li>', text(response))


def test_a_word_leads_to_what_is_about_it_with_the_word_marked(client):
    page = client.get("/search/", {"q": "Neck"})
    assert titles(page)[0] == "Manipulation"
    assert "<strong>7 results</strong> for “Neck”" in text(page)
    assert "often in the back or <mark>neck</mark>." in text(page)
    assert 'value="Neck"' in text(page)


def test_results_can_be_narrowed_to_one_kind(client):
    page = client.get("/search/", {"q": "neck"})
    assert options(page)[:2] == ["Everything (7)", "Techniques (4)"]
    address = re.search(r'href="(\?q=neck&kind=story)"', text(page))[1]
    narrowed = client.get(f"/search/{address}")
    assert titles(narrowed) == ["Sample story: what a first visit felt like"]
    assert options(narrowed) == options(page)


def test_many_results_are_on_several_pages(client, monkeypatch):
    monkeypatch.setattr(views, "RESULTS_PER_PAGE", 3)
    first = client.get("/search/", {"q": "neck"})
    second = client.get("/search/" + re.search(r'href="(\?q=neck&page=2)"', text(first))[1])
    assert len(titles(first)) == len(titles(second)) == 3
    assert not set(titles(first)) & set(titles(second))
    assert "Page 2 of 3" in text(second)


def test_a_list_that_was_cut_says_so(client, monkeypatch):
    monkeypatch.setattr(finding, "MOST", 3)
    assert "<strong>More than 3 results</strong>" in text(client.get("/search/", {"q": "massage"}))


@pytest.mark.parametrize(
    ("address", "words"), [("/search/", "Nothing was found"), ("/es/buscar/", "No se encontró nada")]
)
def test_who_finds_nothing_is_shown_where_to_start(client, address, words):
    page = client.get(address, {"q": "zzzzzz"})
    assert page.status_code == 200
    assert '<p role="status"><strong>' in text(page)
    assert titles(page) == []
    assert text(page).count("chip w-sage") == 5


def test_without_words_the_page_asks_for_some(client):
    page = client.get("/search/")
    assert "in your own words" in text(page)
    assert "Nothing was found" not in text(page)


def test_search_engines_are_told_not_to_list_results_and_nobody_keeps_them(client):
    page = client.get("/search/", {"q": "neck"})
    assert '<meta name="robots" content="noindex">' in text(page)
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in page.headers["Cache-Control"]
    assert not page.cookies


def test_spanish_is_searched_in_spanish_with_or_without_accents(client):
    for words in ("manipulación", "MANIPULACION"):
        assert titles(client.get("/es/buscar/", {"q": words}))[0] == "Manipulación"


def test_what_is_typed_is_shown_as_text(client):
    page = client.get("/search/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_links_that_read_alike_say_what_they_lead_to(client):
    page = text(client.get("/search/", {"q": "manipulation"}))
    assert '>Manipulation<span class="visually-hidden"> (Technique)</span></a>' in page
    assert '>Manipulation<span class="visually-hidden"> (Word explained)</span></a>' in page
    assert ">Chiropractors</a>" in page
