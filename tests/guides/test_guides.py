"""Every role has a guide, and staff find theirs from the toolbar (issue 4, help where it is needed)."""

import re

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from astr_site.roles.roles import ROLES

pytestmark = pytest.mark.usefixtures("site")


def member(role):
    person = get_user_model().objects.create_user("someone", password="a long pass phrase", is_staff=True)
    person.groups.add(Group.objects.get(name=role))
    return person


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.slug)
def test_each_role_is_led_from_the_toolbar_to_its_guide_with_pictures_that_exist(client, role):
    client.force_login(member(role.name))
    address = f"/admin/guide/{role.slug}/"
    assert f'href="{address}"' in client.get("/privacy/").content.decode()
    assert client.get("/admin/guide/", follow=True).redirect_chain[-1][0] == address
    page = client.get(address).content.decode()
    assert str(role.does) in page
    pictures = re.findall(r'src="/static/(guides/[^"]+)"', page)
    assert pictures
    assert all((settings.ROOT / "static" / picture).exists() for picture in pictures), pictures


def test_a_visitor_is_asked_to_sign_in(client):
    assert client.get("/admin/guide/editor/").status_code == 302


def test_there_is_no_guide_for_an_unknown_role(client, editor):
    client.force_login(editor)
    assert client.get("/admin/guide/pirate/").status_code == 404
