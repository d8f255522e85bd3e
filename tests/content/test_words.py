"""Plain, sourced, and promising nothing (PRODUCT.md, rules 1 and 3)."""

from copy import deepcopy
from io import StringIO

import pytest
from cms.models import PageContent
from django.core.management import call_command
from lxml import html
from sentencex import segment

from astr_site.editorial.gate.checks.efficacy import normal, uncovered
from astr_site.editorial.gate.figures import MEAN_GRADE, MEAN_PERSPICUITY, average, figures
from astr_site.editorial.gate.surroundings import Surroundings
from astr_site.editorial.gate.words import split_html
from astr_site.editorial.models import Citation, EditorialRecord, Source
from astr_site.editorial.records import record_for
from providers.models import PractitionerTypeContent, TechniqueUse
from techniques.models import TechniqueContent

pytestmark = pytest.mark.usefixtures("site")

TRUSTED = {"H", "M"}


def health_texts():
    """Return each public text about health with its record."""
    texts = [text for kind in (PageContent, TechniqueContent, PractitionerTypeContent) for text in kind.objects.all()]
    found = [(text, record_for(text)) for text in texts]
    return [(text, record) for text, record in found if record is None or record.about_health]


def test_pages_are_read_with_six_years_of_school_on_average_and_never_more_than_eight():
    found = figures()
    assert len(found) > 40
    assert [each for each in found if each.too_hard] == []
    assert average(found, "en") <= MEAN_GRADE
    assert average(found, "es") >= MEAN_PERSPICUITY


def test_the_report_prints_the_figure_of_each_page():
    said = StringIO()
    call_command("report_reading", stdout=said)
    for each in figures():
        assert f"{each.figure:6.1f}  {each.words:5} words  {each.address}" in said.getvalue()


def test_a_text_that_is_too_hard_is_marked_in_the_report(monkeypatch):
    monkeypatch.setattr("astr_site.editorial.gate.reading.GRADE_CEILING", 0)
    said = StringIO()
    call_command("report_reading", stdout=said)
    assert "/techniques/massage/  too hard" in said.getvalue()


def test_every_text_about_health_rests_on_sources_that_are_trusted():
    texts = health_texts()
    assert len(texts) > 20
    for text, record in texts:
        assert record, text.get_absolute_url()
        assert record.citations.all(), text.get_absolute_url()
    assert {*Citation.objects.values_list("source__confidence", flat=True)} <= TRUSTED
    assert {*TechniqueUse.objects.values_list("source__confidence", flat=True)} <= TRUSTED
    assert {*Source.objects.filter(claims__isnull=False).values_list("confidence", flat=True)} <= TRUSTED


def test_every_source_of_a_page_can_be_followed_from_it(walk):
    for text, record in health_texts():
        links = {link.get("href") for link in walk[text.get_absolute_url()].main.iter("a")}
        assert {citation.source.url for citation in record.citations.all()} - {""} <= links, text
    for use in TechniqueUse.objects.filter(content__in=PractitionerTypeContent.objects.all()).select_related("content"):
        assert use.source is not None, use
        links = {link.get("href") for link in walk[use.content.get_absolute_url()].main.iter("a")}
        assert use.source.url in links


def test_who_may_do_what_carries_a_source_in_every_cell(walk):
    for address in ("/providers/", "/es/quien-la-ofrece/"):
        cells = walk[address].main.xpath("//table[contains(@class, 'scope-table')]//td")
        assert len(cells) == 15
        assert [cell.text_content() for cell in cells if not cell.xpath(".//a[contains(@class, 'source-link')]")] == []


def own_words(main):
    """Return a page's main part without the names of sources, which are other people's words."""
    main = deepcopy(main)
    for names in main.xpath("//*[contains(@class, 'sources') or contains(@class, 'source-link')]"):
        names.drop_tree()
    return html.tostring(main, encoding="unicode")


def test_no_promising_word_stands_outside_a_registered_claim(walk):
    surroundings = Surroundings()
    claims = {code: [normal(each.wording) for each in found] for code, found in surroundings.claims.items()}
    met = []
    for address, page in walk.items():
        words = surroundings.efficacy_words[page.language]
        for text, _heading in split_html(own_words(page.main)):
            for sentence in segment(page.language, text):
                if found := uncovered(normal(sentence), words, claims.get(page.language, [])):
                    met.append((address, found[1], sentence))
    assert not met


def test_a_promising_word_would_be_found():
    surroundings = Surroundings()
    assert uncovered(normal("This is a painless cure."), surroundings.efficacy_words["en"], [])
    assert uncovered(normal("Es una cura sin dolor."), surroundings.efficacy_words["es"], [])


def test_no_record_behind_a_public_page_claims_a_review_that_nobody_made():
    assert not EditorialRecord.objects.filter(reviews__isnull=False).exists()
