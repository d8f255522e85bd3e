"""The log of sign-ins and rights: complete, and out of the reach of those it tells of (issue 10, Sign-in)."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from astr_site.privacy import forget
from astr_site.sign_in.models import Entry
from tests.sign_in.test_way_in import give_password
from tests.staff import member

pytestmark = pytest.mark.usefixtures("site")


def lines(**wanted):
    return list(Entry.objects.filter(**wanted).order_by("pk").values_list("deed", "who", "about"))


def test_sign_ins_refusals_and_sign_outs_stand_in_it_with_their_address(client):
    person = member("Editor")
    Entry.objects.forget_before(timezone.now() + timedelta(days=1))
    give_password(client, person, "wrong", REMOTE_ADDR="203.0.113.7")
    give_password(client, person, REMOTE_ADDR="203.0.113.7")
    client.post("/admin/logout/", REMOTE_ADDR="203.0.113.7")
    assert [deed for deed, *_rest in lines(address="203.0.113.7")] == ["refused", "signed in", "signed out"]


def test_rights_that_are_given_and_taken_stand_in_it_with_who_did_it(client, editor):
    person = member("Editor")
    client.force_login(editor)
    form = {
        "username": "someone",
        "is_active": "on",
        "is_staff": "on",
        "is_superuser": "on",
        "groups": [Group.objects.get(name="Publisher").pk],
        "user_permissions": [Permission.objects.get(codename="change_authorization").pk],
        "date_joined_0": "2026-01-01",
        "date_joined_1": "10:00:00",
    }
    assert client.post(reverse("admin:auth_user_change", args=[person.pk]), form).status_code == 302
    told = {(deed, about) for deed, who, about in lines(who="editor")}
    assert ("standing", "someone: is_superuser False → True") in told
    assert ("given", "someone: Publisher") in told
    assert ("taken", "someone: Editor") in told
    assert any(deed == "given" and "authorization" in about for deed, about in told)


def test_accounts_passwords_and_rights_of_a_role_stand_in_it_wherever_they_change():
    Entry.objects.forget_before(timezone.now() + timedelta(days=1))
    person = member("Editor")
    person.set_password("another long phrase")
    person.save()
    Group.objects.get(name="Editor").permissions.clear()
    person.delete()
    deeds = [deed for deed, *_rest in lines()]
    assert [deed for deed in deeds if deed in ("made", "password", "removed")] == ["made", "password", "removed"]
    assert ("taken", "", "Editor: everything") in lines()
    assert "another long phrase" not in str(lines())


def test_nobody_can_add_to_it_change_it_or_remove_from_it(client, editor):
    client.force_login(editor)
    entry = Entry.objects.latest("pk")
    screens = {
        reverse("admin:sign_in_entry_add"): 403,
        reverse("admin:sign_in_entry_change", args=[entry.pk]): 403,
        reverse("admin:sign_in_entry_delete", args=[entry.pk]): 403,
    }
    assert {address: client.post(address, {"who": "x"}).status_code for address in screens} == screens
    client.post(reverse("admin:sign_in_entry_changelist"), {"action": "delete_selected", "_selected_action": entry.pk})
    assert Entry.objects.filter(pk=entry.pk).exists()
    for change in (entry.save, entry.delete, Entry.objects.all().delete, lambda: Entry.objects.update(who="x")):
        with pytest.raises(PermissionDenied):
            change()


def test_administrators_read_it_and_others_do_not(client, editor):
    listed = reverse("admin:sign_in_entry_changelist")
    client.force_login(member("Publisher"))
    assert client.get(listed).status_code == 403
    client.force_login(editor)
    assert "signed in" in client.get(listed).content.decode()


def test_it_is_forgotten_when_its_time_is_over_and_not_before():
    member("Editor")
    assert dict(forget(timezone.now()))["lines of the log of sign-ins"] == 0
    assert dict(forget(timezone.now() + timedelta(days=3000)))["lines of the log of sign-ins"] > 0
