"""Withdrawing a story: by the person alone, or by staff; it cannot be undone, and the records stay (H3, H5)."""

import datetime
import re
from contextlib import contextmanager

import pytest
from django.core.files.storage import storages
from django.core.management import call_command
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from testimonials.actions import remove_media, withdraw
from testimonials.models import Authorization, PrivateLink, Testimonial

from .factories import EXPIRES, authorize, make_story, staff, whole_story

pytestmark = pytest.mark.usefixtures("site")

DAY = datetime.timedelta(days=1)


@pytest.fixture
def story():
    return whole_story().testimonial


@pytest.fixture
def address(story):
    _link, token = PrivateLink.objects.issue(story, staff())
    return f"/my-story/{token}/"


def test_the_person_sees_where_the_story_appears(client, address):
    page = client.get(address).content.decode()
    assert 'href="/testimonials/made-up/"' in page
    assert 'href="/testimonials/"' in page
    assert "Other websites may show it" in page


def test_the_person_withdraws_in_one_step_without_an_account(client, story, address):
    assert client.get("/testimonials/made-up/").status_code == 200
    assert client.post(address).status_code == 302
    assert client.get("/testimonials/made-up/").status_code == 404
    page = client.get(address).content.decode()
    assert "It is not shown any more" in page
    assert "<form" not in page.partition("<main")[2]
    record = story.authorizations.get()
    assert record.withdrawn_by == "person"
    assert record.history.first().withdrawn_at == record.withdrawn_at


def test_the_private_page_leaves_no_trace(client, address):
    for answer in (client.get(address), client.post(address), client.get("/my-story/wrong/")):
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies


def test_the_private_page_speaks_the_other_language_under_the_same_secret(client, address):
    page = client.get(f"/es{address}")
    assert page.status_code == 200
    assert page.headers["Content-Language"] == "es"


def test_a_wrong_or_revoked_link_opens_nothing(client, story, address):
    assert client.get("/my-story/wrong/").status_code == 404
    PrivateLink.objects.update(revoked_at=timezone.now())
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404
    assert story.authorizations.get().withdrawn_at is None


def test_the_secret_itself_is_not_kept(story, address):
    token = address.split("/")[2]
    link = PrivateLink.objects.get()
    assert token not in {str(value) for value in link.__dict__.values()}
    assert len(token) >= 43


def test_staff_make_a_link_that_is_shown_once_and_replaces_the_old_one(admin_client, client, story, address):
    screen = f"/admin/testimonials/testimonial/{story.pk}/private-link/"
    answer = admin_client.post(screen, {"new": "1"})
    shown = re.search(r'value="http://testserver(/my-story/[^"]+)"', answer.content.decode())[1]
    assert "no-store" in answer.headers["Cache-Control"]
    assert client.get(shown).status_code == 200
    assert client.get(address).status_code == 404
    assert shown not in admin_client.get(screen).content.decode()


def test_staff_withdraw_after_a_confirmation(admin_client, client, story):
    screen = f"/admin/testimonials/testimonial/{story.pk}/withdraw/"
    assert "cannot be undone" in admin_client.get(screen).content.decode()
    assert client.get("/testimonials/made-up/").status_code == 200
    admin_client.post(screen)
    assert client.get("/testimonials/made-up/").status_code == 404
    record = story.authorizations.get()
    assert record.withdrawn_by == "staff"
    assert record.history.first().history_user.username == "admin"


@pytest.mark.parametrize("screen", ["withdraw", "private-link", "media"])
def test_strangers_reach_no_screen_about_a_person(client, story, screen):
    address = f"/admin/testimonials/testimonial/{story.pk}/{screen}/"
    assert client.post(address).status_code == 302
    assert story.authorizations.get().withdrawn_at is None


def test_withdrawing_ends_every_permission_and_only_a_new_form_brings_the_story_back(client, story):
    authorize(story, expires_at=None, expiry_event="never")
    assert withdraw(story, "staff") == 2
    assert client.get("/testimonials/made-up/").status_code == 404
    with pytest.raises(Exception, match="after the withdrawal"):
        Authorization(testimonial=story, signed_on=timezone.localdate() - DAY).clean()
    authorize(story, signed_on=timezone.localdate(), expires_at=timezone.now() + DAY)
    assert client.get("/testimonials/made-up/").status_code == 200


def test_an_earlier_state_of_an_authorization_can_be_read_but_not_brought_back(admin_client, story):
    withdraw(story, "staff")
    record = story.authorizations.get()
    first = record.history.earliest()
    earlier = f"/admin/testimonials/authorization/{record.pk}/history/{first.pk}/"
    assert admin_client.get(earlier).status_code == 200
    assert admin_client.post(earlier, {"testimonial": story.pk}).status_code == 403


def test_the_history_tells_who_changed_what(admin_client, story):
    record = story.authorizations.get()
    form = admin_client.get(f"/admin/testimonials/authorization/{record.pk}/change/").context["adminform"].form
    data = {name: "" if value is None else value for name, value in form.initial.items() if value is not False}
    data |= {"form_reference": "cabinet 5", "expires_at_0": f"{EXPIRES:%Y-%m-%d}", "expires_at_1": "12:00:00"}
    answer = admin_client.post(f"/admin/testimonials/authorization/{record.pk}/change/", data)
    assert answer.status_code == 302
    newest, oldest = record.history.all()[0], record.history.earliest()
    assert (oldest.form_reference, newest.form_reference) == ("cabinet 4, folder 12", "cabinet 5")
    assert newest.history_user.username == "admin"


@contextmanager
def kept():
    with pytest.raises(ProtectedError, match="six years"), transaction.atomic():
        yield


def test_an_authorization_and_its_history_cannot_be_deleted_before_six_years(story):
    record = story.authorizations.get()
    with kept():
        record.delete()
    with kept():
        Authorization.objects.all().delete()
    with kept():
        record.history.all().delete()
    with kept():
        call_command("clean_old_history", "--auto", "--days", "0", verbosity=0)
    with pytest.raises(ProtectedError):
        story.delete()
    assert record.history.exists()


@pytest.mark.parametrize("field", ["expires_at", "withdrawn_at"])
def test_six_years_after_it_last_had_effect_a_record_may_be_deleted(story, field):
    now = timezone.now()
    for age, allowed in ((now.replace(year=now.year - 6) + DAY, False), (now.replace(year=now.year - 6) - DAY, True)):
        Authorization.objects.update(**{field: age}, withdrawn_by="staff" if field == "withdrawn_at" else "")
        assert story.authorizations.get().may_be_deleted is allowed
    story.authorizations.get().delete()
    Authorization.history.all().delete()


def test_a_record_that_may_still_have_effect_is_never_offered_for_deletion(admin_client, story):
    record = story.authorizations.get()
    assert admin_client.post(f"/admin/testimonials/authorization/{record.pk}/delete/").status_code == 403
    assert admin_client.post(f"/admin/testimonials/testimonial/{story.pk}/delete/").status_code == 403


def test_the_media_can_go_sooner(client, story, django_capture_on_commit_callbacks):
    names = [story.video.name, story.poster.name, story.captions.get().file.name]
    with django_capture_on_commit_callbacks(execute=True):
        remove_media(story)
    assert not any(storages["stories"].exists(name) for name in names)
    assert client.get("/testimonials/made-up/").status_code == 404
    assert story.authorizations.exists()
    assert Testimonial.objects.filter(pk=story.pk).exists()


def test_one_record_is_printed_with_its_history(admin_client, story):
    record = story.authorizations.get()
    page = admin_client.get(f"/admin/testimonials/authorization/{record.pk}/print/").content.decode()
    for words in ("cabinet 4, folder 12", "to tell others about care", "Who changed it, and when"):
        assert words in page


def test_a_sample_cannot_be_authorized():
    sample = make_story(sample=True, no_patient=True)
    with pytest.raises(Exception, match="shows no patient"):
        Authorization(testimonial=sample).clean()
