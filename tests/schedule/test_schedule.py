"""Pages and subjects are published and taken down at their moment, with no job."""

from datetime import datetime, timedelta

import pytest
import time_machine
from cms.models import PageContent
from django.core.management import call_command
from django.utils import timezone
from djangocms_versioning.models import Version

from astr_site.editorial.models import PastAdvice
from astr_site.schedule.boundary import next_boundary
from astr_site.schedule.models import ScheduledPublication
from astr_site.schedule.plans import carry_out
from techniques.models import TechniqueContent

pytestmark = pytest.mark.usefixtures("site")

ADDRESS = "/techniques/massage/"
NEW = "Massage, told anew"
NOON = datetime(2100, 6, 1, 12, tzinfo=timezone.get_default_timezone())
SECOND = timedelta(seconds=1)


@pytest.fixture
def public():
    return Version.objects.get_for_content(TechniqueContent.objects.get(technique__key="massage", language="en"))


@pytest.fixture
def draft(public, editor):
    version = public.copy(editor)
    type(version.content).admin_manager.filter(pk=version.object_id).update(title=NEW)
    return Version.objects.get(pk=version.pk)


@pytest.fixture
def staff(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture(autouse=True)
def _after_commit(django_capture_on_commit_callbacks, request):
    """Let what waits for the commit happen, although a test never commits."""
    request.getfixturevalue("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.db.transaction.on_commit", lambda function, **kwargs: function())
        yield


def set_dates(staff, version, publish_at="", take_down_at=""):
    sent = {"publish_at": publish_at, "take_down_at": take_down_at}
    return staff.post(f"/admin/schedule/scheduledpublication/version/{version.pk}/", sent)


def page(client, address=ADDRESS):
    return client.get(address).content.decode()


def test_a_draft_becomes_public_at_its_second_and_not_one_before(staff, draft):
    assert set_dates(staff, draft, "2100-06-01T12:00").status_code == 302
    staff.logout()
    with time_machine.travel(NOON - SECOND, tick=False):
        assert NEW not in page(staff)
    with time_machine.travel(NOON, tick=False):
        assert NEW in page(staff)
    assert not ScheduledPublication.objects.exists()


def test_a_page_is_gone_at_its_second_and_not_one_before(staff, public):
    assert set_dates(staff, public, take_down_at="2100-06-01T12:00").status_code == 302
    staff.logout()
    with time_machine.travel(NOON - SECOND, tick=False):
        assert staff.get(ADDRESS).status_code == 200
    with time_machine.travel(NOON, tick=False):
        assert staff.get(ADDRESS).status_code == 404


def test_what_was_published_for_a_time_that_is_over_is_down(staff, draft):
    set_dates(staff, draft, "2100-06-01T12:00", "2100-06-02T12:00")
    with time_machine.travel(NOON + timedelta(days=2), tick=False):
        assert staff.get(ADDRESS).status_code == 404


def test_a_cms_page_is_published_on_its_date_too(staff, editor):
    old = PageContent.objects.get(page__reverse_id="glossary", language="en")
    draft = Version.objects.get_for_content(old).copy(editor)
    PageContent.admin_manager.filter(pk=draft.object_id).update(title="Words we use")
    set_dates(staff, draft, "2100-06-01T12:00")
    with time_machine.travel(NOON, tick=False):
        assert "Words we use" in page(staff, "/glossary/")


def test_a_mended_page_still_comes_down_on_its_date(staff, editor, public):
    set_dates(staff, public, take_down_at="2100-06-01T12:00")
    public.copy(editor).publish(editor)
    with time_machine.travel(NOON, tick=False):
        assert staff.get(ADDRESS).status_code == 404


def test_a_publication_that_is_refused_is_kept_for_staff_and_the_visitor_gets_the_page(staff, draft, caplog):
    set_dates(staff, draft, "2100-06-01T12:00")
    TechniqueContent.admin_manager.filter(pk=draft.object_id).update(slug="mobilization")
    with time_machine.travel(NOON, tick=False):
        assert staff.get(ADDRESS).status_code == 200
        plan = ScheduledPublication.objects.get()
        assert "mobilization" in plan.refusal
        assert plan.refused_at == NOON
        assert next_boundary() is None
    assert "refused" in caplog.text


def test_a_database_that_is_away_costs_no_visitor_the_page_and_is_tried_again(staff, draft, monkeypatch):
    from django.db import OperationalError

    set_dates(staff, draft, "2100-06-01T12:00")
    with time_machine.travel(NOON, tick=False):
        with monkeypatch.context() as patch:
            patch.setattr(Version, "publish", lambda *args: (_ for _ in ()).throw(OperationalError("locked")))
            assert NEW not in page(staff)
        assert NEW in page(staff)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ({"publish_at": "2000-01-01T08:00"}, "This moment is over"),
        ({"take_down_at": "2000-01-01T08:00"}, "This moment is over"),
        ({"publish_at": "2100-06-02T08:00", "take_down_at": "2100-06-01T08:00"}, "only be taken down after"),
        ({"publish_at": "tomorrow"}, "Enter a valid date/time"),
    ],
)
def test_dates_that_cannot_be_are_refused_and_stay_on_the_screen(staff, draft, dates, words):
    answer = set_dates(staff, draft, **dates).content.decode()
    assert words in answer
    assert all(f'value="{typed}"' in answer for typed in dates.values())
    assert not ScheduledPublication.objects.exists()


def test_a_section_of_the_site_is_not_taken_down_on_a_date(staff):
    section = Version.objects.get_for_content(PageContent.objects.get(page__reverse_id="techniques", language="en"))
    assert "hang on this address" in set_dates(staff, section, take_down_at="2100-06-01T08:00").content.decode()


def test_dates_can_be_taken_back(staff, draft):
    set_dates(staff, draft, "2100-06-01T12:00")
    set_dates(staff, draft)
    assert not ScheduledPublication.objects.exists()
    assert next_boundary() is None


def test_an_archived_draft_does_not_lose_its_promise_in_silence(staff, editor, draft):
    set_dates(staff, draft, "2100-06-01T12:00")
    draft.archive(editor)
    assert "archived" in ScheduledPublication.objects.get().refusal


def test_who_may_not_publish_sets_no_date(client, draft, django_user_model):
    client.force_login(django_user_model.objects.create_user("writer", is_staff=True))
    assert set_dates(client, draft, "2100-06-01T12:00").status_code == 403


def test_the_page_of_dates_stands_in_the_menu_of_versions(staff, draft):
    preview = f"/admin/cms/placeholder/object/{draft.content_type_id}/edit/{draft.object_id}/"
    assert f"/admin/schedule/scheduledpublication/version/{draft.pk}/" in page(staff, preview)


def test_a_visit_asks_the_database_nothing_about_dates(client, draft, editor, django_assert_num_queries):
    ScheduledPublication.objects.create(version=draft, publish_at=NOON, set_by=editor)
    with django_assert_num_queries(1):
        assert next_boundary() == NOON
    with django_assert_num_queries(0):
        assert next_boundary() == NOON


def test_of_two_that_come_at_once_only_one_publishes(draft, editor):
    plan = ScheduledPublication.objects.create(version=draft, publish_at=NOON, set_by=editor)
    assert [carry_out(plan.pk, NOON), carry_out(plan.pk, NOON)] == [True, False]


def test_the_command_does_the_same(staff, draft, capsys):
    set_dates(staff, draft, "2100-06-01T12:00")
    with time_machine.travel(NOON, tick=False):
        call_command("publish_due")
        assert "1 carried out, 0 refused" in capsys.readouterr().out
        call_command("publish_due")
        assert "0 carried out, 0 refused" in capsys.readouterr().out


def test_planning_a_publication_past_advice_asks_for_a_reason_and_keeps_it(staff, editor, draft):
    type(draft.content).admin_manager.filter(pk=draft.object_id).update(may_feel="Ask for an MRI.")
    answer = set_dates(staff, draft, "2100-06-01T12:00").content.decode()
    assert "say why you publish past them" in answer
    assert "2100-06-01T12:00" in answer
    assert not ScheduledPublication.objects.exists()
    sent = {"publish_at": "2100-06-01T12:00", "take_down_at": "", "reason": "Our patients know the word."}
    assert staff.post(f"/admin/schedule/scheduledpublication/version/{draft.pk}/", sent).status_code == 302
    kept = PastAdvice.objects.get(version=draft)
    assert (kept.given_by, kept.reason) == (editor, "Our patients know the word.")


def test_staff_hear_at_once_what_would_be_refused_when_the_moment_comes(staff, draft):
    type(draft.content).admin_manager.filter(pk=draft.object_id).update(may_feel="It is painless.")
    page = staff.get(f"/admin/schedule/scheduledpublication/version/{draft.pk}/").content.decode()
    assert "As it stands, it would be refused when the moment comes: 1 thing" in page
    assert f"/of/{draft.pk}/ready/" in page
