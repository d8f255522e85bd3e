"""Every role has a guide, and staff find theirs from the toolbar (issue 4, help where it is needed)."""

import re

import pytest
from django.conf import settings

from astr_site.roles.roles import ROLES
from tests.staff import member

pytestmark = pytest.mark.usefixtures("site")


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.slug)
def test_each_role_is_led_from_the_toolbar_to_its_guide_with_pictures_that_exist(client, role):
    client.force_login(member(role.name))
    address = f"/admin/guide/{role.slug}/"
    assert f'href="{address}"' in client.get("/privacy/").content.decode()
    assert client.get("/admin/guide/", follow=True).redirect_chain[-1][0] == address
    page = client.get(address).content.decode()
    assert str(role.does) in page
    pictures = re.findall(r'src="/static/(staff/guides/[^"]+)"', page)
    assert pictures
    assert all((settings.ROOT / "static" / picture).exists() for picture in pictures), pictures


def test_a_visitor_is_asked_to_sign_in(client):
    assert client.get("/admin/guide/editor/").status_code == 302


def test_there_is_no_guide_for_an_unknown_role(client, editor):
    client.force_login(editor)
    assert client.get("/admin/guide/pirate/").status_code == 404


def test_no_picture_is_kept_that_no_guide_shows():
    told = "".join(path.read_text() for path in (settings.ROOT / "content").glob("*/guides/*.md"))
    kept = [path.name for path in (settings.ROOT / "static" / "staff" / "guides").iterdir()]
    assert [name for name in kept if f"({name})" not in told] == []
    assert all((settings.ROOT / "static" / "staff" / "guides" / name).stat().st_size < 70_000 for name in kept)
