"""The visit sheet: every question of the site, and nothing that could be sent (issue 7, item 4)."""

import pytest
from cms.models import PageContent
from lxml import html

from astr_site.blocks.models import Questions
from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent

pytestmark = pytest.mark.usefixtures("site")

ENGLISH, SPANISH = "/your-visit/visit-sheet/", "/es/su-visita/hoja-de-visita/"


def sheet(client, address):
    return html.document_fromstring(client.get(address).content.decode()).find_class("visit-sheet")[0]


def groups(found):
    return {
        group.xpath("string(.//legend)").strip(): [each.text_content().strip() for each in group.iter("label")]
        for group in found.iter("fieldset")
    }


@pytest.mark.parametrize(("address", "language"), [(ENGLISH, "en"), (SPANISH, "es")])
def test_each_technique_and_profession_has_its_questions_on_the_sheet(client, address, language):
    found = groups(sheet(client, address))
    kinds = (TechniqueContent, PractitionerTypeContent)
    titles = {each.title for kind in kinds for each in kind.objects.filter(language=language)}
    assert titles < {*found}
    assert all(len(questions) > 1 for questions in found.values())


def test_every_question_of_a_page_is_told_and_told_once(client):
    listed = [question for questions in groups(sheet(client, ENGLISH)).values() for question in questions]
    assert len(listed) == len(set(listed))
    massage = TechniqueContent.objects.get(technique__key="massage", language="en")
    block = Questions.objects.get(placeholder__in=massage.slots.values())
    assert {*block.questions_list} <= {*listed}


def test_the_question_of_a_draft_is_not_told(client, editor):
    content = PageContent.objects.get(page__reverse_id="your-visit", language="en")
    draft = content.versions.get().copy(editor).content
    block = Questions.objects.get(placeholder__object_id=draft.pk, language="en", placeholder__slot="content")
    Questions.objects.filter(pk=block.pk).update(questions="Only a draft asks this?")
    assert "Only a draft asks this?" not in sheet(client, ENGLISH).text_content()


def test_there_is_no_form_and_no_name_by_which_a_browser_could_send_anything(client):
    for address in (ENGLISH, SPANISH):
        found = sheet(client, address)
        assert not found.xpath("ancestor-or-self::form | .//form")
        fields = found.xpath(".//input | .//textarea | .//button")
        assert len(fields) > 30
        assert not [field for field in fields if field.get("name") or field.get("form") or field.get("formaction")]


def test_your_visit_leads_to_the_sheet_and_without_scripts_nothing_shows_that_needs_one(client):
    page = html.document_fromstring(client.get("/your-visit/").content.decode())
    assert ENGLISH in {link.get("href") for link in page.find(".//main").iter("a")}
    assert all(each.get("hidden") is not None for each in sheet(client, ENGLISH).xpath(".//*[@data-scripted]"))
