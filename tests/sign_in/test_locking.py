"""Who guesses is held up; whoever is guessed at is not (issue 10, Sign-in)."""

import pytest
from django.conf import settings
from django.test import Client

from astr_site.sign_in.models import Entry
from tests.sign_in.test_way_in import LOGIN, give_password, is_in
from tests.staff import member

pytestmark = pytest.mark.usefixtures("site")
GUESSER, CLINIC = "203.0.113.7", "198.51.100.4"


def guess(client, person, times, address=GUESSER):
    return [give_password(client, person, "wrong", REMOTE_ADDR=address).status_code for _time in range(times)]


def test_the_eighth_wrong_password_for_a_name_locks_that_name_for_that_place(client):
    person = member("Editor")
    assert guess(client, person, 9) == [200] * 7 + [429] * 2
    answer = give_password(client, person, REMOTE_ADDR=GUESSER)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "900"
    assert not is_in(client)
    assert Entry.objects.filter(deed="locked", who="someone", address=GUESSER).exists()


def test_the_person_gets_in_from_elsewhere_meanwhile(client):
    person = member("Editor")
    guess(Client(), person, 9)
    give_password(client, person, REMOTE_ADDR=CLINIC)
    assert is_in(client)


def test_the_person_gets_in_from_the_very_same_place_in_a_browser_of_theirs(client):
    person = member("Editor")
    give_password(client, person, REMOTE_ADDR=CLINIC)
    client.post("/admin/logout/")
    guess(Client(), person, 9, address=CLINIC)
    give_password(client, person, REMOTE_ADDR=CLINIC)
    assert is_in(client)


def test_the_cookie_of_another_persons_browser_helps_nobody_to_guess():
    person, other = member("Editor"), member("Editor", "another")
    browser = Client()
    give_password(browser, other, REMOTE_ADDR=GUESSER)
    browser.post("/admin/logout/")
    guess(Client(), person, 8)
    assert guess(browser, person, 1) == [429]


def test_a_made_up_cookie_is_no_browser_of_theirs(client):
    person = member("Editor")
    guess(Client(), person, 8)
    client.cookies["known"] = "made:up"
    assert guess(client, person, 1) == [429]


def test_many_names_from_one_place_are_held_up_too(client):
    answers = [
        client.post(LOGIN, {"username": f"name{number}", "password": "x"}, REMOTE_ADDR=GUESSER).status_code
        for number in range(31)
    ]
    assert answers == [200] * 30 + [429]


def test_a_name_that_does_not_exist_is_answered_as_one_that_does(client):
    member("Editor")
    real, made_up = (
        client.post(LOGIN, {"username": name, "password": "wrong"}).content.decode() for name in ("someone", "nobody")
    )
    assert errors(real) == errors(made_up) != ""


def errors(page):
    return page.partition('class="errornote"')[2].partition("</")[0]


def test_readers_get_no_cookie_and_a_known_browser_only_one_that_scripts_cannot_read(client):
    client.get("/")
    client.get(LOGIN)
    assert "known" not in client.cookies
    give_password(client, member("Editor"))
    cookie = client.cookies["known"]
    assert (cookie["httponly"], cookie["samesite"], bool(cookie["secure"])) == (True, "Strict", settings.HTTPS)
