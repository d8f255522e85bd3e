"""Members of staff, and their way into the site without its sign-in form."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client


def member(role, name="someone"):
    """Return a member of staff with one role."""
    person = get_user_model().objects.create_user(name, f"{name}@example.org", "a long pass phrase", is_staff=True)
    person.groups.add(Group.objects.get(name=role))
    return person


def sign_in(page, site, person):
    """Let a browser window go on as this person."""
    client = Client()
    client.force_login(person)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.clear_cookies()
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site}])
