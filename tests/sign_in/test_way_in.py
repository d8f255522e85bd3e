"""Getting in: password, then a code for whoever may touch patients' permissions (issue 10, Sign-in)."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from astr_site.sign_in import devices
from astr_site.sign_in.models import Entry
from tests.sign_in.phones import code_of, with_phone
from tests.staff import member

pytestmark = pytest.mark.usefixtures("site")
PASSWORD = "a long pass phrase"
LOGIN, CODE, SET_UP = "/admin/login/", "/admin/login/code/", "/admin/login/set-up/"


def give_password(client, person, password=PASSWORD, **more):
    return client.post(LOGIN, {"username": person.username, "password": password}, **more)


def is_in(client):
    return client.get("/admin/").status_code == 200


def deeds(name="someone"):
    return list(Entry.objects.filter(who=name).order_by("pk").values_list("deed", flat=True))


@pytest.mark.parametrize("role", ["Editor", "Publisher", "Clinical reviewer"])
def test_who_cannot_touch_permissions_gets_in_with_the_password_alone(client, role):
    answer = give_password(client, member(role))
    assert (answer.status_code, answer.url) == (302, "/admin/")
    assert is_in(client)
    assert deeds()[-1] == "signed in"


@pytest.mark.parametrize("role", ["Marketing", "Privacy officer", "Administrator"])
def test_who_can_has_to_set_up_a_phone_first_and_is_not_in_before(client, role):
    person = member(role)
    assert give_password(client, person).url == SET_UP
    assert not is_in(client)
    assert "may touch patients’ permissions" in client.get(SET_UP).content.decode()
    answer = client.post(SET_UP, {"code": code_of(devices.new_phone(person))})
    assert answer.url == reverse("recovery-codes")
    assert is_in(client)
    assert {"phone set up", "signed in"} <= set(deeds())


def test_a_phone_that_is_set_up_is_asked_for_its_code_and_each_code_opens_once(client):
    phone = with_phone(person := member("Privacy officer"))
    assert give_password(client, person).url == CODE
    code = code_of(phone)
    assert client.post(CODE, {"code": code}).url == "/admin/"
    assert is_in(client)
    again = Client()
    give_password(again, person)
    assert "This code is not right" in again.post(CODE, {"code": code}).content.decode()
    assert not is_in(again)


def test_a_recovery_code_opens_once(client):
    with_phone(person := member("Privacy officer"))
    code = devices.recovery_codes(person)[0]
    for browser, opened in ((client, True), (Client(), False)):
        give_password(browser, person)
        browser.post(CODE, {"recovery": code.upper().replace("-", " ")})
        assert is_in(browser) is opened
    assert devices.codes_left(person) == 9


def test_somebody_with_a_phone_cannot_set_up_another_with_the_password_alone(client):
    phone = with_phone(person := member("Privacy officer"))
    give_password(client, person)
    assert client.get(SET_UP).url == CODE
    client.post(SET_UP, {"code": code_of(phone)})
    assert not is_in(client)


@pytest.mark.parametrize("address", [CODE, SET_UP])
def test_without_the_password_the_steps_lead_back_to_it(client, address):
    for answer in (client.get(address), client.post(address, {"code": "123456"})):
        assert answer.url.startswith(LOGIN)


def test_a_code_is_taken_ten_minutes_long_and_ten_times_only(client):
    phone = with_phone(person := member("Privacy officer"))
    with time_machine.travel(timezone.now(), tick=False) as clock:
        give_password(client, person)
        clock.shift(timedelta(minutes=11))
        assert client.post(CODE, {"code": code_of(phone)}).url.startswith(LOGIN)
        give_password(client, person)
        for _try in range(10):
            clock.shift(timedelta(seconds=1))
            client.post(CODE, {"recovery": "wrong"})
        assert client.post(CODE, {"code": code_of(phone)}).url.startswith(LOGIN)
        assert not is_in(client)
    assert deeds().count("code wrong") == 10


def test_a_password_that_changes_meanwhile_ends_the_waiting(client):
    phone = with_phone(person := member("Privacy officer"))
    give_password(client, person)
    person.set_password("another long phrase")
    person.save()
    assert client.post(CODE, {"code": code_of(phone)}).url.startswith(LOGIN)


def test_the_way_leads_on_to_where_somebody_was_going_and_never_elsewhere(client):
    phone = with_phone(person := member("Privacy officer"))
    give_password(client, person, query_params={"next": "/admin/guide/"})
    assert client.post(CODE, {"code": code_of(phone)}).url == "/admin/guide/"
    client.logout()
    give_password(client, person, query_params={"next": "https://elsewhere.example/"})
    assert client.post(CODE, {"code": code_of(phone, ahead=1)}).url == "/admin/"


def test_the_way_in_of_the_cms_leads_to_ours(client):
    answer = client.post("/cms_login/", {"username": "x", "password": "x"})
    assert (answer.status_code, answer.url) == (302, LOGIN)


def test_a_right_that_is_given_while_somebody_is_in_asks_for_the_second_step_at_once(client):
    person = member("Editor")
    give_password(client, person)
    assert is_in(client)
    person.groups.add(Group.objects.get(name="Privacy officer"))
    assert client.get("/admin/").url.startswith(LOGIN)
    assert give_password(client, person).url == SET_UP


@pytest.mark.parametrize(
    ("away", "words"),
    [(timedelta(minutes=121), "You were away for a while."), (timedelta(hours=13), "signed in for a long time")],
)
def test_a_session_ends_after_a_pause_and_after_a_working_day(client, away, words):
    person = member("Editor")
    with time_machine.travel(timezone.now(), tick=False) as clock:
        give_password(client, person)
        clock.shift(away)
        answer = client.get("/admin/guide/", follow=True)
        assert words in answer.content.decode()
        assert answer.redirect_chain[0][0] == f"{LOGIN}?next=/admin/guide/"
        assert deeds()[-1] == "ended"


def test_who_works_on_stays_in_until_the_day_is_over(client):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        give_password(client, member("Editor"))
        for _hour in range(12):
            clock.shift(timedelta(minutes=59))
            assert is_in(client)
        clock.shift(timedelta(minutes=59))
        assert not is_in(client)


def test_the_cookie_ends_with_the_browser_and_no_script_reads_it(client):
    give_password(client, member("Editor"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["max-age"], cookie["expires"], cookie["httponly"], cookie["samesite"]) == ("", "", True, "Lax")


@pytest.mark.parametrize("password", ["short one", "password1234", "somebody12345", "123456789012"])
def test_a_weak_password_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password, get_user_model()(username="somebody12345"))


def test_a_lost_phone_is_forgotten_by_an_administrator_or_at_the_servers_keyboard(client, editor, capsys):
    person = member("Privacy officer")
    client.force_login(editor)
    with_phone(person)
    form = {"action": "forget_second_step", "_selected_action": [person.pk]}
    assert "has no second step any more" in client.post("/admin/auth/user/", form, follow=True).content.decode()
    assert devices.phone_of(person) is None
    with_phone(person)
    call_command("forget_second_step", person.username)
    assert devices.phone_of(person) is None
    with pytest.raises(CommandError, match="no account"):
        call_command("forget_second_step", "nobody-of-this-name")
    assert list(Entry.objects.filter(deed="step forgotten").values_list("who", "about")) == [
        ("", "someone"),
        ("editor", "someone"),
    ]
