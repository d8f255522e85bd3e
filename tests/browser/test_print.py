"""A printed page is a handout that one would give to a patient (DESIGN 7; PRODUCT rule 7, F1)."""

import re

import pytest

pytestmark = pytest.mark.browser

PAGE = re.compile(rb"/Type\s*/Page\b")
BOX = "(box) => box.getBoundingClientRect().height"


@pytest.fixture
def paper(browser_page, live_site):
    """Opens an address as it is printed."""

    def show(path):
        browser_page.emulate_media(media="print")
        browser_page.goto(live_site + path)
        return browser_page

    return show


def sheets(page):
    return len(PAGE.findall(page.pdf(format="Letter")))


@pytest.mark.parametrize(
    ("path", "most"),
    [
        # A treatment has over a thousand words, three care cards and up to 27 sources: at a size that one can read
        # it needs three sheets, and so does the page of ASTR.
        ("/techniques/manipulation/", 3),
        ("/es/tecnicas/manipulacion/", 3),
        ("/techniques/massage/", 3),
        ("/astr/", 3),
        ("/es/astr/", 3),
        ("/your-visit/", 3),
        ("/providers/physical-therapists/", 2),
        ("/es/quien-la-ofrece/fisioterapeutas/", 2),
        ("/providers/", 2),
        ("/your-visit/visit-sheet/", 2),
        ("/techniques/compare/", 1),
        ("/es/tecnicas/comparar/", 1),
    ],
)
def test_a_handout_has_few_sheets_in_a_size_that_one_can_read(paper, path, most):
    page = paper(path)
    assert 1 <= sheets(page) <= most
    smallest = {"/techniques/compare/": 8, "/es/tecnicas/comparar/": 8}.get(path, 10)
    size = page.locator("main p:visible").first.evaluate("(text) => parseFloat(getComputedStyle(text).fontSize)")
    assert size * 72 / 96 >= smallest
    assert page.locator(".check-current").first.is_visible()


def test_a_handout_keeps_what_protects_and_drops_what_one_clicks(paper):
    page = paper("/techniques/manipulation/")
    for kept in (".care-card--emergency", ".review", ".questions", ".sources"):
        assert page.locator(kept).first.is_visible(), kept
    for dropped in (".nav", ".contents", ".breadcrumb", ".pager", ".movement__btn", ".button"):
        assert not page.locator(dropped).first.is_visible(), dropped
    cards = page.locator(".care-card").evaluate_all(
        "(cards) => cards.map((card) => getComputedStyle(card).breakInside)"
    )
    assert set(cards) == {"avoid"}


def test_a_printed_question_has_a_line_to_write_on(paper):
    line = "(item) => getComputedStyle(item, '::after').borderBottomStyle"
    assert paper("/your-visit/").locator(".questions li").first.evaluate(line) == "solid"


def test_a_printed_source_shows_its_address(paper):
    source = paper("/techniques/manipulation/").locator(".sources a").first
    written = source.evaluate("(link) => getComputedStyle(link, '::after').content")
    assert source.get_attribute("href") in written


def test_a_printed_page_shows_every_answer(paper):
    answers = paper("/astr/").locator(".accordion details > div")
    assert answers.count() > 1
    assert min(answers.nth(each).evaluate(BOX) for each in range(answers.count())) > 0


def test_a_printed_story_carries_its_disclosure_and_every_word(paper):
    page = paper("/testimonials/sample-3/")
    assert page.locator(".disclosure").is_visible()
    assert page.locator(".transcript p").count() == page.locator(".transcript p:visible").count() > 0
    assert page.get_by_text("What this story can and cannot tell you").is_visible()
