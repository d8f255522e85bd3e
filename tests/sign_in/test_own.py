"""What somebody does with their own second step once they are in."""

import pytest
from django.urls import reverse

from astr_site.sign_in import devices
from tests.sign_in.phones import code_of, with_phone
from tests.sign_in.test_way_in import PASSWORD, SET_UP, give_password
from tests.staff import member

pytestmark = pytest.mark.usefixtures("site")
OWN, PAPER = "/admin/my-sign-in/", "/admin/my-sign-in/codes/"


def do(client, what, code):
    return client.post(OWN, {"do": what, "code": code})


def test_whoever_wants_to_can_have_a_second_step_and_switch_it_off(client):
    person = member("Editor")
    give_password(client, person)
    assert SET_UP in client.get(OWN).content.decode()
    client.post(SET_UP, {"code": code_of(devices.new_phone(person))})
    assert devices.codes_left(person) == 10
    assert do(client, "off", code_of(devices.phone_of(person), ahead=1)).url == OWN
    assert devices.phone_of(person) is None


def test_a_wrong_code_changes_nothing(client):
    with_phone(person := member("Editor"))
    client.force_login(person)
    for what in ("off", "paper", "phone"):
        assert "This code is not right" in do(client, what, "nonsense").content.decode()
    assert devices.phone_of(person)
    assert client.get(PAPER).url == client.get(SET_UP).url == OWN


def test_who_must_have_one_cannot_switch_it_off(client):
    phone = with_phone(person := member("Privacy officer"))
    client.force_login(person)
    assert "Switch the second step off" not in client.get(OWN).content.decode()
    do(client, "off", code_of(phone))
    assert devices.phone_of(person)


def test_another_phone_takes_the_place_of_the_old_one_only_after_a_code(client):
    phone = with_phone(person := member("Privacy officer"))
    client.force_login(person)
    assert client.get(SET_UP).url == OWN
    assert do(client, "phone", code_of(phone)).url == SET_UP
    fresh = devices.new_phone(person)
    client.post(SET_UP, {"code": code_of(fresh)})
    assert devices.phone_of(person) == fresh


def test_recovery_codes_are_shown_once_and_new_ones_end_the_old(client):
    phone = with_phone(person := member("Privacy officer"))
    client.force_login(person)
    old = devices.recovery_codes(person)
    assert do(client, "paper", code_of(phone)).url == PAPER
    shown = client.get(PAPER).content.decode()
    assert all(code in shown for code in devices.recovery_codes(person))
    assert not set(old) & set(devices.recovery_codes(person))
    assert client.get(PAPER).url == OWN


def test_these_pages_are_kept_by_no_cache_and_shown_to_no_stranger(client):
    for address in (OWN, PAPER):
        assert client.get(address).url == f"{reverse('admin:login')}?next={address}"
    client.force_login(member("Editor"))
    assert "no-store" in client.get(OWN).headers["Cache-Control"]


def test_the_password_is_never_shown_again(client):
    person = member("Editor")
    assert PASSWORD not in give_password(client, person, password=PASSWORD + "x").content.decode()
