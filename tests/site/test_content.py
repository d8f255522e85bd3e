"""Content from files, and what happens to it once staff have changed it."""

import pytest
from cms.toolbar.utils import get_object_edit_url
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from djangocms_versioning.models import Version

from astr_site.editorial.models import Review
from astr_site.editorial.records import ensure_record, record_for
from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent

pytestmark = pytest.mark.usefixtures("site")


def manipulation():
    return TechniqueContent.objects.get(technique__key="manipulation", language="en")


def draft_of(content):
    user = get_user_model().objects.get(username="content")
    return Version.objects.get_for_content(content).copy(user)


def publish(version):
    version.publish(get_user_model().objects.get(username="content"))


def load(capsys, **options):
    call_command("load_content", **options)
    return capsys.readouterr().out


def test_loading_twice_changes_nothing(capsys):
    versions = Version.objects.count()
    assert "0 created, 0 updated" in load(capsys)
    assert Version.objects.count() == versions


def test_an_edit_by_staff_is_left_alone_and_named(capsys):
    version = draft_of(manipulation())
    TechniqueContent.admin_manager.filter(pk=version.content.pk).update(speed="Quicker than you think")
    publish(version)
    said = load(capsys)
    assert "left alone: technique manipulation" in said
    assert manipulation().speed == "Quicker than you think"


def test_a_draft_that_staff_have_begun_is_left_alone_too(capsys):
    draft_of(manipulation())
    assert "left alone: technique manipulation" in load(capsys)


def test_a_broken_content_file_is_named_and_nothing_is_changed(tmp_path):
    (tmp_path / "sources.yaml").write_text("- key: [broken")
    with pytest.raises(CommandError, match=r"(?s)sources.yaml.*Nothing was changed"):
        call_command("load_content", folder=tmp_path)


def test_a_draft_is_never_public(client):
    version = draft_of(manipulation())
    TechniqueContent.admin_manager.filter(pk=version.content.pk).update(speed="Only a draft says this")
    assert "Only a draft says this" not in client.get("/techniques/manipulation/").content.decode()


def test_a_new_draft_keeps_the_sources_and_the_review():
    content = manipulation()
    Review.objects.create(
        record=ensure_record(content),
        reviewed_on="2026-01-10",
        reviewer_name="A clinician in a test",
        reviewer_credentials="PT",
        next_due="2027-01-10",
    )
    cited = [citation.source for citation in record_for(content).citations.all()]
    draft = record_for(draft_of(content).content)
    assert cited
    assert [citation.source for citation in draft.citations.all()] == cited
    assert draft.review.reviewer_name == record_for(content).review.reviewer_name == "A clinician in a test"


def test_a_new_draft_of_a_profession_keeps_the_techniques_that_it_may_use():
    content = PractitionerTypeContent.objects.get(practitioner_type__key="chiropractor", language="en")
    draft = draft_of(content).content
    scopes = list(content.uses.values_list("technique__key", "scope", "note"))
    assert scopes
    assert list(draft.uses.values_list("technique__key", "scope", "note")) == scopes


def test_two_techniques_cannot_be_published_under_one_address(client, editor):
    version = draft_of(TechniqueContent.objects.get(technique__key="massage", language="en"))
    TechniqueContent.admin_manager.filter(pk=version.content.pk).update(slug="manipulation")
    client.force_login(editor)
    client.post(f"/admin/djangocms_versioning/techniquecontentversion/{version.pk}/publish/")
    assert Version.objects.get(pk=version.pk).state == "draft"
    assert client.get("/techniques/manipulation/").status_code == 200


def test_staff_open_a_fact_where_it_stands_and_readers_get_the_fact_alone(client, editor):
    version = Version.objects.get_for_content(manipulation()).copy(editor)
    client.force_login(editor)
    mark = f"cms-plugin-techniques-techniquecontent-speed-{version.content.pk}"
    assert mark in client.get(get_object_edit_url(version.content)).content.decode()
    client.logout()
    assert "<dd>Quick</dd>" in client.get("/techniques/manipulation/").content.decode()


def test_a_published_text_cannot_be_changed_in_place_past_its_history(client, editor):
    content = manipulation()
    client.force_login(editor)
    client.post(
        f"/en/admin/techniques/techniquecontent/edit-field/{content.pk}/en/?edit_fields=title",
        {"title": "Changed past the history", "language": "en"},
    )
    client.post(
        f"/admin/techniques/techniquecontent/edit-field/{content.pk}/en/?edit_fields=title",
        {"title": "Changed past the history", "language": "en"},
    )
    assert manipulation().title == content.title
