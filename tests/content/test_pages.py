"""Every page is there, in both languages, and found by a reader (issue 7, “Done when”)."""

from collections import Counter

import pytest
from cms.models import PageContent

from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent
from testimonials.models import TestimonialContent
from tests.site.test_pages import public_addresses

pytestmark = pytest.mark.usefixtures("site")

KINDS = {
    PageContent: "page",
    TechniqueContent: "technique",
    PractitionerTypeContent: "practitioner_type",
    TestimonialContent: "testimonial",
}
LEGAL = ("/privacy/", "/accessibility/", "/language-help/")


def test_no_public_page_is_an_orphan(walk):
    assert {*public_addresses("en", "es")} <= {*walk}


def test_each_language_is_walked_through_by_itself(walk):
    wrong = {address: page.language for address, page in walk.items() if page.language != language_of(address)}
    assert not wrong


def language_of(address):
    return "es" if address.startswith("/es/") else "en"


def test_every_page_has_one_heading_of_the_first_rank_and_a_summary(walk):
    for address, page in walk.items():
        assert len(page.tree.findall(".//h1")) == 1, address
        assert page.tree.xpath("string(//meta[@name='description']/@content)").strip(), address


def test_no_two_pages_share_a_title_or_a_description(walk):
    for path in ("string(//title)", "string(//meta[@name='description']/@content)"):
        found = Counter(" ".join(page.tree.xpath(path).split()) for page in walk.values())
        assert [words for words, times in found.items() if times > 1] == []


def test_no_link_leads_to_a_place_that_is_not_on_the_page(walk):
    ids = {address: {each.get("id") for each in page.tree.iter() if each.get("id")} for address, page in walk.items()}
    lost = [
        (page.address, path, fragment)
        for page in walk.values()
        for path, fragment in page.links()
        if fragment and path in ids and fragment not in ids[path]
    ]
    assert not lost


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_english_page_has_its_spanish_twin_under_an_address_of_its_own(kind):
    twins = {}
    for content in kind.objects.all():
        twins.setdefault(getattr(content, f"{KINDS[kind]}_id"), {})[content.language] = content
    assert twins
    for each in twins.values():
        assert {"en", "es"} <= {*each}, each
        english, spanish = each["en"].get_absolute_url(), each["es"].get_absolute_url()
        assert spanish.startswith("/es/")
        assert spanish.removeprefix("/es") != english or english in ("/", "/astr/")


def test_the_language_switch_keeps_the_reader_on_the_page(walk):
    for address, page in walk.items():
        for link in page.tree.xpath("//a[@hreflang][contains(@class, 'lang-m')]"):
            twin = walk[link.get("href")]
            assert twin.language != page.language
            back = twin.tree.xpath("string(//a[contains(@class, 'lang-m')]/@href)")
            assert back == address


def test_legal_pages_say_that_they_are_drafts_and_mark_what_is_missing(walk):
    for address in LEGAL:
        text = walk[address].main.text_content()
        assert "This page is a draft" in text
        assert "[The clinic adds:" in text
    assert "Esta página es un borrador" in walk["/es/privacidad/"].main.text_content()


@pytest.mark.parametrize("address", ["/techniques/compare/", "/es/tecnicas/comparar/"])
def test_the_comparison_is_a_table_whose_cells_have_headers_and_names_of_their_own(walk, address):
    (table,) = walk[address].main.xpath(".//table")
    columns = [head.text_content().split()[-1] for head in table.xpath(".//thead//th[@scope='col']")]
    assert len(columns) == 4
    rows = table.xpath(".//tbody/tr")
    assert len(rows) == len(table.xpath(".//tbody//th[@scope='row']")) == 12
    for row in rows:
        # Where the table becomes cards, each cell says whose it is.
        assert [name.text_content() for name in row.find_class("cell-name")] == columns
