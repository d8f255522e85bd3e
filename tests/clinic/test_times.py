"""Reading the hours of a day as people type them."""

from datetime import time

import pytest

from astr_site.clinic.times import UnreadableTime, clock, read_day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("9", "5"), (time(9), time(17))),
        (("8:30 AM", "5:00 PM"), (time(8, 30), time(17))),
        (("8.30am", "noon"), (time(8, 30), time(12))),
        (("08:30", "17:00"), (time(8, 30), time(17))),
        (("8 a.m.", "8"), (time(8), time(20))),
        (("5:30 am", "12 pm"), (time(5, 30), time(12))),
        (("0:15", "13"), (time(0, 15), time(13))),
    ],
)
def test_times_are_understood_as_people_write_them(typed, meant):
    assert read_day([typed, ("", "")]) == [meant]


def test_an_afternoon_after_lunch_needs_no_pm():
    assert read_day([("8", "12"), ("1", "5")]) == [(time(8), time(12)), (time(13), time(17))]


def test_an_empty_day_is_closed():
    assert read_day([("", " "), ("", "")]) == []


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([("half past eight", "17:00")], "is not a time"),
        ([("25:00", "26:00")], "is not a time"),
        ([("13 PM", "14 PM")], "is not a time"),
        ([("0 AM", "9 AM")], "is not a time"),
        ([("8:75", "9")], "is not a time"),
        ([("9 AM", "")], "Give both times"),
        ([("5 PM", "9 AM")], "must come after"),
        ([("9:00 AM", "9:00 AM")], "must come after"),
        ([("9 AM", "1 PM"), ("12 PM", "5 PM")], "overlap"),
        ([("5:30", "9")], "morning or in the afternoon"),
    ],
)
def test_what_cannot_be_meant_is_said_in_a_sentence(pairs, words):
    with pytest.raises(UnreadableTime, match=words):
        read_day(pairs)


def test_readers_of_each_language_get_their_own_clock():
    assert clock(time(17, 30), "en") == "5:30 PM"
    assert clock(time(17, 30), "es") == "17:30"
