"""A clinician records what they read; staff see what comes near, and are told by e-mail once for each boundary."""

import datetime
import re

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone
from djangocms_versioning.models import Version

from astr_site.editorial.models import EditorialRecord, Review
from astr_site.editorial.records import cite, ensure_record
from astr_site.editorial.reviews.reminders import boundary_of
from techniques.models import TechniqueContent

from .drafts import add, content_user

pytestmark = pytest.mark.usefixtures("site")

PAGE = "/techniques/manipulation/"
DAY = datetime.timedelta(days=1)


def public():
    return Version.objects.get_for_content(TechniqueContent.objects.get(technique__key="manipulation", language="en"))


@pytest.fixture
def clinician(client):
    """A clinical reviewer who has signed in."""
    person = get_user_model().objects.create_user("reviewer", "reviewer@example.org", is_staff=True)
    person.groups.add(Group.objects.get(name="Clinical reviewer"))
    client.force_login(person)
    return person


def form(version):
    return f"/admin/editorial/editorialrecord/of/{version.pk}/review/"


def record(client, version, **changes):
    """Fill in the form as it is shown, with these changes."""
    page = client.get(form(version)).content.decode()
    sent = {
        "read": re.search(r'name="read" value="(\w+)"', page)[1],
        "reviewed_on": timezone.localdate().isoformat(),
        "reviewer_name": "A clinician in a test",
        "reviewer_credentials": "PT",
        "next_due": (timezone.localdate() + 400 * DAY).isoformat(),
        "note": "",
    }
    return client.post(form(version), sent | changes)


def read_by_a_patient(client):
    client.logout()
    return client.get(PAGE).content.decode()


def edit(version, text="Other words"):
    TechniqueContent.admin_manager.filter(pk=version.object_id).update(may_feel=text)
    return Version.objects.get(pk=version.pk)


def test_a_clinical_reviewer_records_a_review_and_patients_read_it(client, clinician):
    assert record(client, public(), note="Checked the numbers.").status_code == 302
    kept = Review.objects.get()
    assert (kept.recorded_by, kept.note) == (clinician, "Checked the numbers.")
    page = read_by_a_patient(client)
    assert "by A clinician in a test, PT" in page
    assert "Changed since" not in page
    assert "Checked the numbers." not in page


@pytest.mark.parametrize("role", ["Editor", "Publisher", "Marketing", "Privacy officer"])
def test_nobody_else_records_one(client, role):
    person = get_user_model().objects.create_user("other", is_staff=True)
    person.groups.add(Group.objects.get(name=role))
    client.force_login(person)
    assert client.get(form(public())).status_code == 403
    assert client.post(form(public()), {}).status_code == 403
    sources = client.get(f"/admin/editorial/editorialrecord/{ensure_record(public().content).pk}/change/")
    assert "Record a review" not in sources.content.decode()
    assert "reviews-0-reviewer_name" not in sources.content.decode()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reviewer_name": ""}, "This field is required."),
        ({"reviewed_on": "2999-01-01", "next_due": "2999-02-01"}, "cannot lie in the future"),
        ({"next_due": "2001-01-01"}, "must come after this one"),
    ],
)
def test_a_wrong_review_is_refused_and_keeps_what_was_typed(client, clinician, changes, said):
    answer = record(client, public(), note="Kept", **changes)
    assert said in answer.content.decode()
    assert "Kept" in answer.content.decode()
    assert not Review.objects.exists()


def test_a_text_that_changed_while_it_was_read_is_not_taken_as_read(client, clinician):
    draft = public().copy(content_user())
    page = client.get(form(draft)).content.decode()
    read = re.search(r'name="read" value="(\w+)"', page)[1]
    edit(draft)
    answer = record(client, draft, read=read, note="Kept")
    assert "The text was changed after you opened this page." in answer.content.decode()
    assert not Review.objects.exists()
    again = re.search(r'name="read" value="(\w+)"', answer.content.decode())[1]
    assert record(client, draft, read=again).status_code == 302


def test_a_page_published_anew_with_the_same_words_stays_reviewed(client, clinician):
    record(client, public())
    public().copy(content_user()).publish(content_user())
    assert "Changed since this review." not in read_by_a_patient(client)


@pytest.mark.parametrize(
    "change",
    [
        edit,
        lambda draft: add(draft, "TextPlugin", slot="why", body="<p>One more word</p>"),
        lambda draft: (
            cite(draft.content, []) or EditorialRecord.objects.filter(version=draft).update(about_health=False)
        ),
    ],
    ids=["a field", "a block", "the sources"],
)
def test_a_page_whose_words_changed_says_so_to_patients(client, clinician, change):
    record(client, public())
    draft = public().copy(content_user())
    change(draft)
    assert "no longer the one that was read then" in client.get(form(draft)).content.decode()
    Version.objects.get(pk=draft.pk).publish(content_user())
    assert "Changed since this review." in read_by_a_patient(client)


def test_going_back_to_the_reviewed_words_makes_the_page_reviewed_again(client, clinician):
    record(client, public())
    before = public().content.may_feel
    edit(public().copy(content_user())).publish(content_user())
    edit(public().copy(content_user()), before).publish(content_user())
    assert "Changed since this review." not in read_by_a_patient(client)


def test_the_form_knows_how_the_reviewer_signs(client, clinician):
    record(client, public(), reviewer_credentials="PT, DPT")
    assert 'value="PT, DPT"' in client.get(form(public())).content.decode()


# The list of staff


def listed(client, **narrowed):
    return client.get("/admin/editorial/editorialrecord/reviews/", narrowed).content.decode()


def review(days_left, version=None):
    today = timezone.localdate()
    return Review.objects.create(
        record=ensure_record((version or public()).content),
        reviewed_on=today - 300 * DAY,
        next_due=today + days_left * DAY,
        reviewer_name="A clinician in a test",
        reviewer_credentials="PT",
    )


def test_the_list_shows_the_most_pressing_first_with_the_way_to_the_form(client, clinician):
    review(-1)
    page = listed(client)
    assert "Overdue for 1 day." in page
    assert page.index("Review overdue") < page.index("Awaiting clinical review")
    assert f'href="{form(public())}"' in page
    assert "Looked after by nobody." in page


def test_staff_give_pages_to_a_person_and_find_them(client, editor):
    client.force_login(editor)
    kept = ensure_record(public().content)
    address = "/admin/editorial/editorialrecord/reviews/"
    assert "first choose the pages" in client.post(address, {"owner": editor.pk}, follow=True).content.decode()
    client.post(address, {"owner": editor.pk, "record": [kept.pk]})
    assert EditorialRecord.objects.get(pk=kept.pk).owner == editor
    assert f'value="{kept.pk}"' in listed(client, whose="mine")
    assert f'value="{kept.pk}"' not in listed(client, whose="nobody")
    assert "Looked after by editor." in listed(client)
    client.post(address, {"owner": "no such person", "record": [kept.pk]})
    assert EditorialRecord.objects.get(pk=kept.pk).owner is None


def test_a_reviewer_gives_nothing_away(client, clinician):
    answer = client.post("/admin/editorial/editorialrecord/reviews/", {"record": [1]})
    assert answer.status_code == 403
    assert "Hand over" not in listed(client)


# By e-mail


@pytest.mark.parametrize(("days", "boundary"), [(61, None), (60, 60), (31, 60), (30, 30), (1, 30), (0, 0), (-100, 0)])
def test_a_boundary_is_crossed_on_its_day(days, boundary):
    today = datetime.date(2030, 1, 1)
    assert boundary_of(today + days * DAY, today) == boundary


def remind():
    call_command("send_review_reminders", verbosity=0)
    told, mail.outbox[:] = list(mail.outbox), []
    return told


def test_an_owner_is_told_once_for_each_boundary(editor):
    EditorialRecord.objects.filter(version=public()).update(owner=editor)
    due = review(61).next_due
    assert remind() == []
    with time_machine.travel(noon(due - 60 * DAY)):
        (digest,) = remind()
        assert digest.to == [editor.email]
        assert "Manipulation (en)" in digest.body
        assert f"/of/{public().pk}/\n" in digest.body
        assert remind() == []
    with time_machine.travel(noon(due - 30 * DAY)):
        assert len(remind()) == 1
    public().copy(content_user()).publish(content_user())
    with time_machine.travel(noon(due - 29 * DAY)):
        assert remind() == []
    with time_machine.travel(noon(due)):
        (digest,) = remind()
        assert "Overdue since" in digest.body
    with time_machine.travel(noon(due + DAY)):
        assert remind() == []


def noon(day):
    return datetime.datetime.combine(day, datetime.time(12), tzinfo=timezone.get_current_timezone())


def test_what_nobody_looks_after_goes_to_the_administrators(editor):
    review(10)
    assert [digest.to for digest in remind()] == [[editor.email]]


def test_a_message_that_cannot_be_sent_is_tried_again(editor, settings):
    review(10)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(CommandError, match="will be tried again"):
        remind()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert len(remind()) == 1


def test_it_is_said_when_nobody_can_be_told():
    review(10)
    with pytest.raises(CommandError, match="Nobody can be told"):
        remind()
