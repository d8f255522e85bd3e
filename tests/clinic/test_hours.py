"""Staff change the hours, and patients read them on the contact page."""

import re
from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import activate

from astr_site.clinic.models import Clinic, Location, OpeningHours
from astr_site.clinic.week import changes, week

pytestmark = pytest.mark.usefixtures("site")

WEDNESDAY = date(2026, 11, 25)


@pytest.fixture
def location():
    location = Clinic.objects.get().locations.create(name="Main Street", address="1 Main Street")
    for day in (OpeningHours.Day.MONDAY, OpeningHours.Day.TUESDAY):
        location.hours.create(day=day, opens=time(9), closes=time(17))
    return location


@pytest.fixture
def reception(client, editor):
    client.force_login(editor)
    return client


def typed(**days):
    """Return what the page of the week sends; days not named are empty."""
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    data = {"special_days-TOTAL_FORMS": "0", "special_days-INITIAL_FORMS": "0"}
    for name in names:
        for number, (opens, closes) in enumerate(days.get(name, [("", "")])):
            data |= {f"{name}_{number}_opens": opens, f"{name}_{number}_closes": closes}
    return data


def address(location):
    return f"/admin/clinic/openingweek/{location.pk}/change/"


def row(page, day):
    found = re.search(rf'<th scope="row">(?:{day}).*?</tr>', page, re.DOTALL)
    return re.sub(r"<[^>]+>", "", found[0])


def contact(client, path="/contact/"):
    return client.get(path).content.decode()


def test_with_one_location_the_hours_are_one_click_away(reception, location):
    assert reception.get("/admin/clinic/openingweek/").url == address(location)


def test_tuesdays_hours_are_changed_read_back_and_shown_to_patients(reception, location):
    sent = typed(monday=[("9:00 AM", "5:00 PM")], tuesday=[("8:30", "12"), ("1", "6")])
    answer = reception.post(address(location), sent, follow=True)
    assert "Tuesday is now: 8:30 AM – 12:00 PM, 1:00 PM – 6:00 PM" in answer.content.decode()
    assert "Monday is now" not in answer.content.decode()
    page = contact(reception)
    assert "8:30 AM – 12:00 PM, 1:00 PM – 6:00 PM" in row(page, "Tuesday")
    assert "9:00 AM – 5:00 PM" in row(page, "Monday")
    assert "08:30 – 12:00, 13:00 – 18:00" in row(contact(reception, "/es/contacto/"), "[Mm]artes")


def test_what_the_clinic_changes_is_read_by_the_next_patient_whatever_was_kept_for_the_last(reception, location):
    patient = Client()
    for _visit in "ab":
        assert "10:00 AM – 4:00 PM" not in row(contact(patient), "Tuesday")
    reception.post(address(location), typed(tuesday=[("10", "4")]))
    assert "10:00 AM – 4:00 PM" in row(contact(patient), "Tuesday")
    assert "10:00 – 16:00" in row(contact(patient, "/es/contacto/"), "[Mm]artes")
    location.delete()
    assert "Main Street" not in contact(patient)


def test_a_holiday_left_empty_is_none(reception, location):
    page = reception.get(address(location)).content.decode()
    assert "initial-special_days-0-reason" not in page
    answer = reception.post(address(location), typed() | special(first_day="", reason_en=""))
    assert answer.status_code == 302
    assert not location.special_days.exists()


def test_a_day_left_empty_is_closed(reception, location):
    reception.post(address(location), typed(tuesday=[("9", "5")]))
    assert "Closed" in row(contact(reception), "Monday")


def test_a_bad_time_changes_nothing_and_keeps_all_that_was_typed(reception, location):
    sent = typed(monday=[("8:30 AM", "half five")], tuesday=[("7:15", "11:45"), ("12:30", "")])
    page = reception.post(address(location), sent).content.decode()
    assert "“half five” is not a time" in page
    assert "Give both times" in page
    for words in ("half five", "8:30 AM", "7:15", "11:45", "12:30"):
        assert f'value="{words}"' in page
    assert [str(hours) for hours in location.hours.all()] == ["9:00 AM – 5:00 PM"] * 2


def special(**changes):
    return {
        "special_days-TOTAL_FORMS": "1",
        "special_days-INITIAL_FORMS": "0",
        "special_days-0-first_day": "2100-12-24",
        "special_days-0-last_day": "",
        "special_days-0-reason_en": "Christmas Eve",
        "special_days-0-reason_es": "",
        "special_days-0-hours_0_opens": "",
        "special_days-0-hours_0_closes": "",
    } | {f"special_days-0-{name}": value for name, value in changes.items()}


def test_a_holiday_is_recorded_below_the_week(reception, location):
    answer = reception.post(address(location), typed() | special(hours_0_opens="9", hours_0_closes="noon"))
    assert answer.status_code == 302
    saved = location.special_days.get()
    assert saved.last_day == saved.first_day
    assert str(saved.hours.get()) == "9:00 AM – 12:00 PM"
    page = reception.get(address(location)).content.decode()
    assert 'value="Christmas Eve"' in page


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"last_day": "2100-12-23"}, "cannot come before the first"),
        ({"reason_en": ""}, "at least one language"),
        ({"hours_0_opens": "morning"}, "Give both times"),
        ({"first_day": "someday"}, "Enter a valid date"),
    ],
)
def test_a_wrong_holiday_is_refused_and_kept_on_the_screen(reception, location, wrong, words):
    page = reception.post(address(location), typed() | special(**wrong)).content.decode()
    assert words in page
    assert all(f'value="{value}"' in page for value in wrong.values() if value)
    assert not location.special_days.exists()


def test_a_holiday_of_the_whole_clinic_holds_at_every_location(client, location):
    today = timezone.localdate()
    location.clinic.special_days.create(first_day=today, last_day=today, reason={"en": "Inventory"})
    page = contact(client)
    assert "Changed hours soon" in page
    assert page.count('aria-current="date"') == 1
    today_row = re.search(r'<tr class="week__today".*?</tr>', page, re.DOTALL)[0]
    assert "Closed" in today_row
    assert "Inventory" in today_row


def test_a_reason_in_one_language_is_marked_as_such_for_readers_of_the_other(client, location):
    today = timezone.localdate()
    location.special_days.create(first_day=today, last_day=today, reason={"en": "Inventory"})
    assert '<span lang="en">Inventory</span>' in contact(client, "/es/contacto/")


def test_a_special_day_stands_in_for_its_day_alone(location):
    activate("en")
    special = location.special_days.create(first_day=WEDNESDAY, last_day=WEDNESDAY, reason={"en": "Party"})
    special.hours.create(opens=time(9), closes=time(12))
    [today] = [day for day in week(location, WEDNESDAY) if day.today]
    assert (str(today.name), [str(span) for span in today.spans]) == ("Wednesday", ["9:00 AM – 12:00 PM"])
    location = Location.objects.get(pk=location.pk)
    assert [day.reason for day in week(location, WEDNESDAY + timedelta(days=1))] == [""] * 7


def test_only_changes_that_come_soon_are_told_and_those_that_are_over_are_gone(location):
    for days in (-1, 0, 42, 43):
        day = WEDNESDAY + timedelta(days=days)
        location.special_days.create(first_day=day, last_day=day, reason={"en": f"in {days}"})
    assert [change.reason for change in changes(location, WEDNESDAY)] == ["in 0", "in 42"]


def test_a_stranger_does_not_reach_the_hours(client, location):
    assert client.get(address(location)).status_code == 302
    client.post(address(location), typed())
    assert location.hours.count() == 2
