"""Nothing is published past what blocks it, whichever way the publication is asked for."""

import pytest
from django.urls import reverse
from djangocms_versioning.models import Version

from astr_site.editorial.gate import Refused, findings, together

from .drafts import add, content_user, draft_page, draft_technique, picture, publish_address

pytestmark = pytest.mark.usefixtures("site")


def rules(version):
    return {finding.rule for finding in findings(version)}


def state(version):
    return Version.objects.get(pk=version.pk).state


@pytest.fixture
def staff(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def unready(editor):
    """A draft with a picture that says nothing to those who cannot see it."""
    version = draft_page(user=editor)
    add(version, "FigurePlugin", picture=picture(), alternative_text="", decorative=False)
    return version


def test_a_picture_needs_alternative_text(unready):
    assert rules(unready) == {"pictures"}


def test_a_decorative_picture_needs_none():
    version = draft_page()
    add(version, "FigurePlugin", picture=picture(), decorative=True)
    assert rules(version) == set()


def test_a_heading_may_not_be_left_out():
    version = draft_page("glossary")
    add(version, "TextPlugin", position="first-child", body="<h3>Too deep</h3><p>Words.</p>")
    assert rules(version) == {"headings"}


def test_a_heading_may_not_be_empty():
    version = draft_page()
    steps = add(version, "StepsPlugin", heading="What happens")
    add(version, "ItemPlugin", target=steps, heading=" ", text="<p>Words.</p>")
    assert rules(version) == {"headings"}


def test_publishing_by_code_is_refused_and_changes_nothing(unready):
    with pytest.raises(Refused, match="alternative text"):
        unready.publish(content_user())
    assert state(unready) == "draft"


def test_the_publish_button_leads_to_what_to_mend(staff, unready):
    answer = staff.post(publish_address(unready), follow=True)
    page = answer.content.decode()
    assert "not published yet" in page
    assert "no alternative text" in page
    assert "/edit-plugin/" in page
    assert state(unready) == "draft"


def test_the_checklist_itself_publishes_nothing_that_is_unready(staff, unready):
    staff.post(reverse("admin:editorial_checklist", args=[unready.pk]))
    assert state(unready) == "draft"


def test_mending_lets_it_pass(staff, unready):
    figure = unready.content.placeholders.get(slot="content").get_plugins().get(plugin_type="FigurePlugin")
    figure.get_bound_plugin().__class__.objects.filter(pk=figure.pk).update(alternative_text="A test card")
    staff.post(reverse("admin:editorial_checklist", args=[unready.pk]))
    assert state(unready) == "published"


def test_versions_published_together_fall_together(unready):
    other = draft_technique()

    def publish_both():
        with together():
            other.publish(content_user())
            unready.publish(content_user())

    with pytest.raises(Refused):
        publish_both()
    assert {state(other), state(unready)} == {"draft"}


def test_someone_who_may_not_change_a_page_sees_no_checklist(client, django_user_model, unready):
    client.force_login(django_user_model.objects.create_user("visitor", password="x", is_staff=True))
    assert client.get(reverse("admin:editorial_checklist", args=[unready.pk])).status_code == 403
