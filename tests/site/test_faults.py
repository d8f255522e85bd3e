"""A placeholder with a failing block shows staff the fault and patients the rest (issue 4, Done when)."""

import logging

import pytest
from cms.api import add_plugin
from cms.models import PageContent, Placeholder
from cms.toolbar.utils import get_object_edit_url
from django.contrib.auth import get_user_model
from djangocms_versioning.models import Version

from astr_site.blocks.models import Questions

pytestmark = pytest.mark.usefixtures("site")
BEFORE, INSIDE, AFTER = "Stands before it", "Stands beside it in the section", "Stands after it"


@pytest.fixture
def page(monkeypatch):
    """A published page on which one block fails inside a section, and one by itself."""
    user = get_user_model().objects.get(username="content")
    published = PageContent.objects.get(page__reverse_id="contact", language="en")
    version = Version.objects.get_for_content(published).copy(user)
    slot = Placeholder.objects.get_for_obj(version.content).get(slot="content")
    add_plugin(slot, "TextPlugin", "en", body=f"<p>{BEFORE}</p>")
    band = add_plugin(slot, "BandPlugin", "en", heading="A section")
    add_plugin(slot, "TextPlugin", "en", target=band, body=f"<p>{INSIDE}</p>")
    version.failing = add_plugin(slot, "QuestionsPlugin", "en", target=band, questions="Why?")
    add_plugin(slot, "QuestionsPlugin", "en", questions="And when?")
    add_plugin(slot, "TextPlugin", "en", body=f"<p>{AFTER}</p>")
    version.publish(user)
    monkeypatch.setattr(Questions, "questions_list", property(lambda self: 1 / 0))
    return version


@pytest.fixture
def in_public(settings):
    settings.CMS_CATCH_PLUGIN_500_EXCEPTION = True


@pytest.mark.usefixtures("in_public")
def test_patients_see_the_rest_of_the_page(page, client):
    shown = client.get("/contact/").content.decode()
    assert BEFORE in shown
    assert INSIDE in shown
    assert AFTER in shown
    assert "cannot be shown" not in shown
    assert "ZeroDivisionError" not in shown


@pytest.mark.usefixtures("in_public")
def test_the_log_has_the_address_of_the_block(page, client, caplog):
    with caplog.at_level(logging.ERROR, "astr_site.blocks.rendering"):
        client.get("/contact/")
    line = next(record.getMessage() for record in caplog.records if "QuestionsPlugin" in record.getMessage())
    assert f"QuestionsPlugin {page.failing.pk} in “content” (en) of cms.PageContent {page.content.pk}" in line
    assert line.endswith("asked for at /contact/")


@pytest.mark.usefixtures("in_public")
def test_staff_see_which_block_it_is_and_what_to_do(page, client, editor):
    client.force_login(editor)
    for address in ("/contact/", get_object_edit_url(page.copy(editor).content)):
        shown = client.get(address, follow=True).content.decode()
        assert "The block “Questions to ask” cannot be shown." in shown
        assert "QuestionsPlugin" in shown
        assert INSIDE in shown
        assert AFTER in shown


def test_while_developing_the_page_stops_so_that_nobody_overlooks_it(page, client):
    with pytest.raises(ZeroDivisionError):
        client.get("/contact/")
