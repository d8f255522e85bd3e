"""The staff home shows each person what waits for them, and what is left before launch."""

from datetime import time, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone
from djangocms_versioning.models import Version

from astr_site.clinic.models import Clinic
from astr_site.desk import sections
from astr_site.editorial.models import Claim
from astr_site.schedule.models import ScheduledPublication
from techniques.models import TechniqueContent

pytestmark = pytest.mark.usefixtures("site")


def home(client):
    answer = client.get("/admin/")
    assert answer.status_code == 200
    return answer.content.decode()


def part(page, heading):
    """Return the section under this heading, or "" where it is not shown."""
    return next((each.split("</section>")[0] for each in page.split("<section")[1:] if f">{heading}</h2>" in each), "")


@pytest.fixture
def staff(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def writer(django_user_model):
    """A member of staff who may change techniques, and nothing else."""
    writer = django_user_model.objects.create_user("writer", is_staff=True)
    writer.user_permissions.add(Permission.objects.get(codename="change_techniquecontent"))
    return writer


def draft(user, key="massage"):
    return Version.objects.get_for_content(TechniqueContent.objects.get(technique__key=key, language="en")).copy(user)


def test_my_drafts_are_mine_and_those_of_others_wait_for_me_to_publish(staff, editor, writer):
    mine, theirs = draft(editor), draft(writer, "mobilization")
    page = home(staff)
    assert f"/edit/{mine.object_id}/" in part(page, "My drafts")
    assert f"/edit/{theirs.object_id}/" not in part(page, "My drafts")
    waiting = part(page, "Waiting for publication")
    assert f"/of/{theirs.pk}/ready/" in waiting
    assert "writer" in waiting
    assert f"/of/{mine.pk}/ready/" not in waiting


def test_who_may_only_write_sees_drafts_and_nothing_else(client, writer):
    mine = draft(writer)
    client.force_login(writer)
    page = home(client)
    assert f"/edit/{mine.object_id}/" in part(page, "My drafts")
    for heading in ("Waiting for publication", "Clinical reviews", "Publication dates", "Our clinic", "Before launch"):
        assert part(page, heading) == ""


def test_a_planned_and_a_refused_publication_are_listed_the_refused_one_first(staff, editor):
    now = timezone.now()
    planned, refused = draft(editor), draft(editor, "mobilization")
    ScheduledPublication.objects.create(version=planned, publish_at=now + timedelta(days=1), set_by=editor)
    ScheduledPublication.objects.create(
        version=refused, publish_at=now, set_by=editor, refusal="No source.", refused_at=now
    )
    listed = part(home(staff), "Publication dates")
    assert "Refused when its moment came: No source." in listed
    assert listed.index(f"/version/{refused.pk}/") < listed.index(f"/version/{planned.pk}/")


def test_pages_that_await_a_review_are_listed(staff):
    assert "Awaiting clinical review" in part(home(staff), "Clinical reviews")


def test_a_claim_that_runs_out_is_listed(staff):
    assert "Every registered claim is in date." in part(home(staff), "Claims register")
    Claim.objects.filter(pk=Claim.objects.first().pk).update(valid_until=timezone.localdate() + timedelta(days=30))
    assert Claim.objects.first().wording in part(home(staff), "Claims register")


def test_the_checklist_ticks_what_was_done(staff):
    def left(page):
        return part(page, "Before launch").split("<details")[0]

    before = left(home(staff))
    for words in ("The clinic’s name", "The phone number", "The opening hours of every location"):
        assert words in before
    clinic = Clinic.objects.get()
    clinic.name, clinic.phone = "Spring Clinic", "555-010-0100"
    clinic.save()
    clinic.locations.create(name="Main", address="1 Main Street").hours.create(day=0, opens=time(9), closes=time(17))
    after = left(home(staff))
    for words in ("The clinic’s name", "The phone number", "The opening hours of every location"):
        assert words not in after
    assert "The sample stories are taken down" in after


def test_what_no_program_can_judge_is_confirmed_by_a_person(staff):
    assert staff.post("/admin/desk/confirmation/backups/").status_code == 302
    assert "Confirmed by editor" in part(home(staff), "Before launch").split("<details")[1]


def test_nobody_confirms_what_is_not_shown_to_them(client, writer):
    client.force_login(writer)
    assert client.post("/admin/desk/confirmation/backups/").status_code == 403
    assert client.get("/admin/desk/confirmation/backups/").status_code == 405


def test_a_list_that_fails_takes_nothing_else_with_it(staff, monkeypatch, caplog):
    def broken(user):
        raise ValueError("a broken list")

    monkeypatch.setattr(sections, "_sections", [(0, broken), *sections._sections])
    assert part(home(staff), "My drafts")
    assert "could not show broken" in caplog.text


def test_a_long_list_says_how_much_more_there_is():
    lines = [sections.Line(str(number), "#") for number in range(20)]
    listed = sections.Section("Many", lines)
    assert (len(listed.shown), listed.left_out) == (sections.MOST, 12)


def test_the_tables_stay_within_reach(staff):
    assert 'href="/admin/clinic/openingweek/"' in home(staff)
