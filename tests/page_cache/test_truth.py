"""Whatever changes is seen by the next request, whoever changed it and however (issue 9, item 1)."""

import datetime
from contextlib import suppress

import pytest
import time_machine
from cms.models import PageContent
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.utils import timezone
from djangocms_versioning.models import Version

from astr_site.clinic.models import Clinic, Location, OpeningHours
from astr_site.page_cache.generation import generation
from astr_site.page_cache.wrapper import PageCache
from astr_site.schedule.models import ScheduledPublication
from techniques.models import TechniqueContent
from testimonials.actions import withdraw
from testimonials.models import PrivateLink, Showing, Testimonial
from tests.testimonials.factories import EXPIRES, staff, whole_story

from .asking import Visitor

SECOND = datetime.timedelta(seconds=1)


@pytest.fixture
def story(site):
    return whole_story(authorization={"expires_at": EXPIRES}, confirmed_on=EXPIRES.date()).testimonial


def a_new_version():
    content = TechniqueContent.objects.get(technique__key="massage", language="en")
    draft = Version.objects.get_for_content(content).copy(staff())
    TechniqueContent._base_manager.filter(pk=draft.object_id).update(summary="Made-up words.")
    draft.publish(staff())


def by_hand():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE clinic_clinic SET phone = '555 010 9999'")


CHANGES = {
    "a new version": ("/techniques/massage/", a_new_version),
    "a new version, where it is listed": ("/techniques/", a_new_version),
    "the phone, in a form": (
        "/contact/",
        lambda: Clinic.objects.get().save() or Clinic.objects.update(phone="555 010 1234"),
    ),
    "the phone, by SQL": ("/es/", by_hand),
    "a story's techniques": ("/testimonials/", lambda: Testimonial.objects.first().techniques.clear()),
    "a story's area, of all at once": (
        "/testimonials/",
        lambda: Testimonial.objects.update(body_area=Testimonial.BodyArea.KNEE),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_is_seen_by_the_next_request(visitor, committed, change):
    address, make = CHANGES[change]
    before = visitor.get(address)
    with committed():
        make()
    after = visitor.get(address)
    assert after.body != before.body
    assert after.headers["ETag"] != before.headers["ETag"]
    assert visitor.how == ["made", "made"]


def test_a_page_that_was_not_there_is_there_once_it_is_published_and_gone_once_it_is_taken_down(visitor, committed):
    version = Version.objects.get_for_content(PageContent.objects.get(page__reverse_id="contact", language="en"))
    assert visitor.get("/contact/").status == 200
    with committed():
        version.unpublish(staff())
    assert [visitor.get("/contact/").status for _time in range(2)] == [404, 404]
    with committed():
        version.copy(staff()).publish(staff())
    assert visitor.get("/contact/").status == 200


def test_what_is_rolled_back_changes_nothing(visitor, committed):
    visitor.get("/contact/")
    mark = generation().read()
    with committed(), suppress(ZeroDivisionError), transaction.atomic():
        Clinic.objects.update(phone="555 010 1234")
        1 / 0  # noqa: B018 - something goes wrong
    assert generation().read() == mark


def test_what_readers_cannot_see_changes_nothing(visitor, committed, story):
    visitor.get("/contact/")  # With the very first answer the CMS writes down that it knows its addresses.
    mark = generation().read()
    with committed():
        get_user_model().objects.update(last_login=timezone.now())
        Showing.objects.create(day=timezone.localdate(), host="partner.example", testimonial=story, times=1)
        PrivateLink.objects.issue(story, staff())
        visitor.get("/search/?q=zzzz-nothing")
        visitor.get("/admin/login/", method="POST", body=b"username=x&password=y")
        for address in ("/", "/es/", "/techniques/", "/testimonials/", "/contact/", "/sitemap.xml"):
            visitor.get(address)
    assert generation().read() == mark


def test_a_story_is_gone_the_second_its_permission_ends_and_as_soon_as_it_is_withdrawn(visitor, committed, story):
    def seen():
        return story.contents.get(language="en").title in visitor.get("/testimonials/").text

    with time_machine.travel(EXPIRES - SECOND, tick=False):
        assert [seen(), seen()] == [True, True]
        assert visitor.how == ["made", "kept"]
        # Caches in front of us hear that it is nearly over.
        assert "s-maxage=1" in visitor.get("/testimonials/").headers["Cache-Control"]
    with time_machine.travel(EXPIRES + SECOND, tick=False):
        assert not seen()
    with time_machine.travel(EXPIRES - SECOND, tick=False):
        assert seen()
        with committed():
            withdraw(story, "staff")
        assert not seen()


def test_what_is_planned_happens_at_its_moment(visitor, committed, editor):
    moment = timezone.now().replace(microsecond=0) + datetime.timedelta(hours=1)
    version = Version.objects.get_for_content(PageContent.objects.get(page__reverse_id="contact", language="en"))
    with committed():
        ScheduledPublication.objects.create(version=version, take_down_at=moment, set_by=editor)
    with time_machine.travel(moment - SECOND, tick=False), committed():
        assert [visitor.get("/contact/").status for _time in range(2)] == [200, 200]
    with time_machine.travel(moment, tick=False), committed():
        assert visitor.get("/contact/").status == 404


def test_a_page_from_before_a_date_was_set_never_stands_in_past_that_date(site, committed, editor):
    """A page that was made first does not know of the date, so that it must not be shown while the database is away."""
    before = generation().read()
    version = Version.objects.get_for_content(PageContent.objects.get(page__reverse_id="contact", language="en"))
    with committed():
        ScheduledPublication.objects.create(
            version=version, take_down_at=timezone.now() + datetime.timedelta(hours=1), set_by=editor
        )
    assert generation().read().trusted != before.trusted


def test_another_day_is_another_page(visitor, committed):
    """What day it is stands on pages with opening hours; whether a review is overdue does on others."""
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    with committed():
        location = Location.objects.create(clinic=Clinic.objects.get(), name="Made-up Street")
        for day in OpeningHours.Day.values:
            OpeningHours.objects.create(location=location, day=day, opens=datetime.time(9), closes=datetime.time(17))
    today = visitor.get("/contact/")
    with time_machine.travel(datetime.datetime.combine(tomorrow, datetime.time(12), datetime.UTC), tick=False):
        assert visitor.get("/contact/").body != today.body


def test_an_announcement_comes_and_goes_by_the_clock(visitor, committed):
    now = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0)
    hour = datetime.timedelta(hours=1)
    with committed():
        Clinic.objects.update(
            announcement={"en": "Closed for snow"}, announcement_starts=now + hour, announcement_ends=now + 2 * hour
        )
    for moment, shown in ((now, False), (now + hour, True), (now + 2 * hour - SECOND, True), (now + 2 * hour, False)):
        with time_machine.travel(moment, tick=False):
            assert ("Closed for snow" in visitor.get("/contact/").text) is shown


def test_another_release_shows_nothing_of_the_one_before(visitor, monkeypatch):
    visitor.get("/contact/")
    monkeypatch.setattr("astr_site.page_cache.wrapper.release", lambda: "another")
    upgraded = Visitor()
    upgraded.get("/contact/")
    assert upgraded.how == ["made"]


def test_what_one_process_has_made_another_shows(visitor):
    made = visitor.get("/contact/", accept_encoding="br")
    other = Visitor()
    assert other.get("/contact/", accept_encoding="br").body == made.body
    assert other.how == ["kept"]
    assert isinstance(other.site, PageCache)
