"""What moved is found at its old address; what sections hang on does not move."""

import pytest
from cms.models import Page, PageContent
from django.contrib.redirects.models import Redirect
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

from astr_site.links.redirects import moved
from techniques.models import TechniqueContent

pytestmark = pytest.mark.usefixtures("site")


def public(key="massage", language="en"):
    return TechniqueContent.objects.get(technique__key=key, language=language)


def rename(content, slug, editor):
    draft = Version.objects.get_for_content(content).copy(editor)
    type(content).admin_manager.filter(pk=draft.object_id).update(slug=slug)
    Version.objects.get(pk=draft.pk).publish(editor)


def test_a_renamed_subject_is_found_at_its_old_address_with_its_query(client, editor):
    rename(public(), "massage-therapy", editor)
    answer = client.get("/techniques/massage/?from=mail")
    assert (answer.status_code, answer.url) == (301, "/techniques/massage-therapy/?from=mail")
    assert client.get(answer.url).status_code == 200
    assert "max-age=3600" in answer["Cache-Control"]


def test_only_the_language_that_changed_redirects(client, editor):
    spanish = public(language="es")
    old = spanish.get_absolute_url()
    rename(spanish, "masaje-nuevo", editor)
    assert client.get(old).status_code == 301
    assert client.get("/techniques/massage/").status_code == 200


def test_two_renames_are_one_step(client, editor):
    rename(public(), "one", editor)
    rename(public(), "two", editor)
    assert client.get("/techniques/massage/").url == "/techniques/two/"
    assert client.get("/techniques/one/").url == "/techniques/two/"


def test_a_name_that_comes_back_wins_over_its_redirect_and_makes_no_loop(client, editor):
    rename(public(), "other", editor)
    rename(public(), "massage", editor)
    assert client.get("/techniques/massage/").status_code == 200
    assert client.get("/techniques/other/").url == "/techniques/massage/"
    assert not Redirect.objects.filter(old_path="/techniques/massage/").exists()


def test_an_old_version_that_is_published_again_brings_its_address_back(client, editor):
    old = Version.objects.get_for_content(public())
    rename(public(), "other", editor)
    Version.objects.get(pk=old.pk).copy(editor).publish(editor)
    assert client.get("/techniques/massage/").status_code == 200
    assert client.get("/techniques/other/").status_code == 301


def test_loops_are_impossible():
    for old, new in (("/a/", "/b/"), ("/b/", "/c/"), ("/c/", "/a/")):
        moved(old, new)
    leads = dict(Redirect.objects.values_list("old_path", "new_path"))
    assert leads == {"/b/": "/a/", "/c/": "/a/"}


def test_a_renamed_page_is_found_at_its_old_address(client, editor):
    rename(PageContent.objects.get(page__reverse_id="glossary", language="en"), "words", editor)
    assert client.get("/glossary/").url == "/words/"
    assert client.get("/glossary").status_code == 301


def test_a_page_moved_in_the_tree_is_found_at_its_old_address(client, editor):
    client.force_login(editor)
    glossary, visit = (Page.objects.get(reverse_id=key) for key in ("glossary", "your-visit"))
    answer = client.post(f"/admin/cms/page/{glossary.pk}/move-page/", {"target": visit.pk, "position": 0})
    assert answer.status_code == 200
    client.logout()
    assert client.get("/glossary/").url == "/your-visit/glossary/"


def test_an_unknown_address_stays_a_404(client):
    assert client.get("/techniques/never-was/").status_code == 404


# Sections


@pytest.fixture
def section():
    return Page.objects.get(reverse_id="techniques")


def test_a_section_is_not_renamed(client, editor, section):
    client.force_login(editor)
    content = PageContent.objects.get(page=section, language="en")
    draft = Version.objects.get_for_content(content).copy(editor)
    form = client.post(f"/admin/cms/pagecontent/{draft.object_id}/change/", {"title": "Techniques", "slug": "ways"})
    assert "hang on this address" in form.content.decode()
    PageContent.admin_manager.filter(pk=draft.object_id).update(slug="ways")
    draft = Version.objects.get(pk=draft.pk)
    with pytest.raises(ConditionFailed):
        draft.check_publish(editor)


def test_a_section_is_not_taken_down(client, editor, section):
    client.force_login(editor)
    version = Version.objects.get_for_content(PageContent.objects.get(page=section, language="en"))
    answer = client.post(f"/admin/djangocms_versioning/pagecontentversion/{version.pk}/unpublish/", follow=True)
    assert answer.status_code == 200
    assert client.get("/techniques/massage/").status_code == 200
    with pytest.raises(ConditionFailed, match="hang on this address"):
        version.check_unpublish(editor)


def test_a_section_is_not_moved_below_another_page_but_may_change_its_place_in_the_menu(client, editor, section):
    client.force_login(editor)
    visit = Page.objects.get(reverse_id="your-visit")
    address = f"/admin/cms/page/{section.pk}/move-page/"
    assert "hang on this address" in client.post(address, {"target": visit.pk, "position": 0}).content.decode()
    assert "hang on" not in client.post(address, {"target": "", "position": 3}).content.decode()
    assert client.get("/techniques/massage/").status_code == 200


def test_a_section_is_not_deleted(client, editor, section):
    client.force_login(editor)
    answer = client.post(f"/admin/cms/page/{section.pk}/delete/", {"post": "yes"}, follow=True)
    assert "hang on this address" in answer.content.decode()
    content = PageContent.objects.get(page=section, language="es")
    client.post(f"/admin/cms/pagecontent/{content.pk}/delete/", {"post": "yes"})
    assert client.get("/es/tecnicas/").status_code == client.get("/techniques/").status_code == 200


# Through the forms that staff use


def filled_in(client, address, **changes):
    """Send a form as it is shown, with these changes."""
    form = client.get(address).context["adminform"].form
    sent = {name: form[name].value() for name in form.fields} | changes
    return client.post(address, {name: value for name, value in sent.items() if value is not None})


def test_a_page_that_staff_rename_in_its_settings_is_found_at_its_old_address(client, editor):
    client.force_login(editor)
    draft = Version.objects.get_for_content(PageContent.objects.get(page__reverse_id="glossary", language="en"))
    draft = draft.copy(editor)
    address = f"/admin/cms/pagecontent/{draft.object_id}/change/"
    assert filled_in(client, address, slug="plain-words").status_code == 302
    client.post(f"/admin/djangocms_versioning/pagecontentversion/{draft.pk}/publish/")
    client.logout()
    assert client.get("/glossary/").url == "/plain-words/"
    assert client.get("/plain-words/").status_code == 200


def test_a_technique_that_staff_rename_in_its_form_is_found_at_its_old_address(client, editor):
    client.force_login(editor)
    draft = Version.objects.get_for_content(public()).copy(editor)
    address = f"/admin/techniques/technique/{public().technique_id}/change/?language=en"
    assert filled_in(client, address, content__slug="hands-on-massage").status_code == 302
    client.post(f"/admin/djangocms_versioning/techniquecontentversion/{draft.pk}/publish/")
    client.logout()
    assert client.get("/techniques/massage/").url == "/techniques/hands-on-massage/"
    assert client.get("/techniques/hands-on-massage/").status_code == 200
