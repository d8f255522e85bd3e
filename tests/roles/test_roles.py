"""What each role of staff may and may not do, tried from outside (issue 4, Roles)."""

import pytest
from cms.models import PageContent
from cms.toolbar.utils import get_object_edit_url
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.urls import reverse
from djangocms_versioning.helpers import version_list_url
from djangocms_versioning.models import Version

from astr_site.clinic.models import Clinic, Location
from astr_site.editorial.models import Claim
from astr_site.editorial.records import ensure_record
from astr_site.roles import granting
from astr_site.roles.roles import ROLES, Role
from techniques.models import TechniqueContent
from testimonials.models import TestimonialContent
from tests.staff import member

pytestmark = pytest.mark.usefixtures("site")


def page(key):
    return PageContent.objects.get(page__reverse_id=key, language="en")


def technique():
    return TechniqueContent.objects.get(technique__key="massage", language="en")


def story():
    return TestimonialContent.objects.filter(language="en").first()


def version_url(content, step):
    version = Version.objects.get_for_content(content)
    return reverse(f"admin:djangocms_versioning_{type(content).__name__.lower()}version_{step}", args=[version.pk])


def may_begin_a_draft(client, content):
    client.post(version_url(content, "edit_redirect"))
    return Version.objects.filter_by_content_grouping_values(content).filter(state="draft").exists()


def change_in_place(client, content, field):
    """Change one field of a draft in the page itself; say whether the change was kept."""
    address = reverse(f"admin:{content._meta.label_lower.replace('.', '_')}_edit_field", args=[content.pk, "en"])
    client.post(f"{address}?edit_fields={field}", {field: "Said in other words"})
    return getattr(type(content).admin_manager.get(pk=content.pk), field) == "Said in other words"


def may_change_in_place(client, content, field):
    draft = Version.objects.get_for_content(content).copy(get_user_model().objects.get(username="content"))
    Version.objects.filter(pk=draft.pk).update(locked_by=None)
    return change_in_place(client, draft.content, field)


def may_publish(client, content):
    author = get_user_model().objects.get(username="content")
    draft = Version.objects.get_for_content(content).copy(author)
    Version.objects.filter(pk=draft.pk).update(locked_by=None)
    client.post(version_url(draft.content, "publish"))
    return Version.objects.get(pk=draft.pk).state == "published"


def may_go_back(client, content):
    """Publish a new version and let the old one be brought back as a draft."""
    author = get_user_model().objects.get(username="content")
    Version.objects.get_for_content(content).copy(author).publish(author)
    client.post(version_url(content, "revert"))
    return Version.objects.filter_by_content_grouping_values(content).filter(state="draft").exists()


def may_open(client, address):
    return client.get(address).status_code == 200


def may_save(client, address):
    response = client.get(address)
    return response.status_code == 200 and 'name="_save"' in response.content.decode()


def location():
    return Location.objects.get_or_create(clinic=Clinic.objects.get(), name="Main street", address="1 Main street")[0]


def record_address(content):
    return reverse("admin:editorial_editorialrecord_change", args=[ensure_record(content).pk])


def review_address(content):
    return reverse("admin:editorial_record_review", args=[Version.objects.get_for_content(content).pk])


# What is tried, and the roles that may do it; everyone else is refused.
MATRIX = {
    "begins a draft of a page": (
        lambda client: may_begin_a_draft(client, page("privacy")),
        {"Editor", "Publisher", "Marketing", "Administrator"},
    ),
    "begins a draft of a technique": (
        lambda client: may_begin_a_draft(client, technique()),
        {"Editor", "Publisher", "Administrator"},
    ),
    "begins a draft of a story": (
        lambda client: may_begin_a_draft(client, story()),
        {"Marketing", "Administrator"},
    ),
    "publishes a page": (lambda client: may_publish(client, page("privacy")), {"Publisher", "Administrator"}),
    "publishes a technique": (lambda client: may_publish(client, technique()), {"Publisher", "Administrator"}),
    "publishes a story": (lambda client: may_publish(client, story()), {"Marketing", "Administrator"}),
    "sees who changed a technique": (
        lambda client: may_open(client, version_list_url(technique())),
        {"Editor", "Publisher", "Administrator"},
    ),
    "goes back to an old text of a technique": (
        lambda client: may_go_back(client, technique()),
        {"Editor", "Publisher", "Administrator"},
    ),
    "changes the opening hours": (
        lambda client: may_save(client, reverse("admin:clinic_openingweek_change", args=[location().pk])),
        {"Editor", "Publisher", "Administrator"},
    ),
    "changes the announcement": (
        lambda client: may_save(client, reverse("admin:clinic_announcement_change", args=[Clinic.objects.get().pk])),
        {"Publisher", "Administrator"},
    ),
    "adds a source": (
        lambda client: may_open(client, reverse("admin:editorial_source_add")),
        {"Editor", "Publisher", "Administrator"},
    ),
    "changes a fact in place": (
        lambda client: may_change_in_place(client, technique(), "speed"),
        {"Editor", "Publisher", "Administrator"},
    ),
    "changes a story's title in place": (
        lambda client: may_change_in_place(client, story(), "title"),
        {"Marketing", "Administrator"},
    ),
    "keeps the efficacy words": (
        lambda client: may_open(client, reverse("admin:editorial_efficacyword_add")),
        {"Publisher", "Administrator"},
    ),
    "registers a claim": (
        lambda client: may_save(client, reverse("admin:editorial_claim_change", args=[Claim.objects.first().pk])),
        {"Publisher", "Clinical reviewer", "Administrator"},
    ),
    "records a review": (
        lambda client: may_open(client, review_address(technique())),
        {"Clinical reviewer", "Administrator"},
    ),
    "lists the reviews": (
        lambda client: may_open(client, reverse("admin:editorial_reviews")),
        {role.name for role in ROLES},
    ),
    "opens the link check": (
        lambda client: may_open(client, reverse("admin:links_check")),
        {"Editor", "Publisher", "Administrator"},
    ),
    "opens what stands behind a page": (
        lambda client: may_open(client, record_address(technique())),
        {role.name for role in ROLES},
    ),
    "records an authorization": (
        lambda client: may_open(client, reverse("admin:testimonials_authorization_add")),
        {"Privacy officer", "Administrator"},
    ),
    "reads the authorizations": (
        lambda client: may_open(client, reverse("admin:testimonials_authorization_changelist")),
        {"Marketing", "Privacy officer", "Administrator"},
    ),
    "gives people roles": (
        lambda client: may_open(client, reverse("admin:auth_user_changelist")),
        {"Administrator"},
    ),
}


@pytest.mark.parametrize("deed", MATRIX)
@pytest.mark.parametrize("role", [role.name for role in ROLES])
def test_each_role_may_do_what_the_table_says_and_nothing_more(client, role, deed):
    attempt, allowed = MATRIX[deed]
    client.force_login(member(role))
    assert attempt(client) is (role in allowed)


def test_somebody_without_a_role_may_do_nothing(client):
    person = get_user_model().objects.create_user("nobody", password="a long pass phrase", is_staff=True)
    client.force_login(person)
    assert not any(attempt(client) for attempt, _allowed in MATRIX.values())


def test_two_people_cannot_overwrite_each_other_and_one_may_take_the_draft_over(client):
    first, second = member("Editor", "first"), member("Editor", "second")
    published = technique()
    client.force_login(first)
    client.post(version_url(published, "edit_redirect"))
    draft = Version.objects.filter_by_content_grouping_values(published).get(state="draft")
    assert client.get(get_object_edit_url(draft.content)).status_code == 200

    client.force_login(second)
    assert client.get(get_object_edit_url(draft.content)).status_code != 200
    assert not change_in_place(client, draft.content, "speed")
    client.post(version_url(draft.content, "unlock"))
    client.post(version_url(draft.content, "edit_redirect"))
    assert client.get(get_object_edit_url(draft.content)).status_code == 200

    client.force_login(first)
    assert client.get(get_object_edit_url(draft.content)).status_code != 200


def test_migrating_again_puts_a_changed_role_right():
    group = Group.objects.get(name="Privacy officer")
    before = set(group.permissions.all())
    group.permissions.set([Permission.objects.get(codename="publish_page")])
    call_command("migrate", verbosity=0)
    assert set(group.permissions.all()) == before


def test_a_role_that_names_an_unknown_right_stops_the_migration(monkeypatch):
    monkeypatch.setattr(granting, "ROLES", [Role("Editor", "", rights=("cms.no_such_right",))])
    with pytest.raises(ImproperlyConfigured, match="no_such_right"):
        granting.grant_roles()
