"""The way to the other language, also where a page has no twin yet (issue 7, item 2)."""

import pytest
from cms.models import PageContent
from lxml import html

from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent

pytestmark = pytest.mark.usefixtures("site")


def switch(client, address):
    page = html.document_fromstring(client.get(address).content.decode())
    (found,) = {link.get("href") for link in page.xpath("//a[@hreflang]")}
    return found


def take_down(content, user):
    content.versions.get(state="published").unpublish(user)


@pytest.mark.parametrize(
    ("model", "conditions", "address", "closest"),
    [
        (TechniqueContent, {"technique__key": "massage"}, "/techniques/massage/", "/es/tecnicas/"),
        (PractitionerTypeContent, {"practitioner_type__key": "chiropractor"}, "/providers/chiropractors/", None),
        (PageContent, {"page__reverse_id": "compare"}, "/techniques/compare/", "/es/"),
    ],
)
def test_where_there_is_no_spanish_page_the_switch_leads_to_the_closest_and_says_so(
    client, editor, model, conditions, address, closest
):
    assert "#" not in switch(client, address)
    take_down(model.objects.get(language="es", **conditions), editor)
    path, _hash, anchor = switch(client, address).partition("#")
    assert path == (closest or "/es/quien-la-ofrece/")
    notice = html.document_fromstring(client.get(path).content.decode()).get_element_by_id(anchor)
    assert notice.text_content().strip()


def test_where_there_is_no_english_page_the_switch_leads_to_one_that_answers(client, editor):
    take_down(PageContent.objects.get(page__reverse_id="compare", language="en"), editor)
    path, _hash, anchor = switch(client, "/es/tecnicas/comparar/").partition("#")
    page = client.get(path).content.decode()
    notice = html.document_fromstring(page).get_element_by_id(anchor)
    assert "not in English yet" in notice.text_content()


def test_the_switch_of_a_page_that_does_not_exist_leads_to_the_first_page(client):
    page = html.document_fromstring(client.get("/es/no-existe/").content.decode())
    assert {link.get("href") for link in page.xpath("//a[@hreflang]")} <= {"/"}
