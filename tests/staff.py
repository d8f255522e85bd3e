"""Members of staff, and their way into the site without its sign-in form."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_static.models import StaticDevice

from astr_site.sign_in.needs import needs_second_step


@receiver(user_logged_in)
def take_the_second_step_too(request, user, **kwargs):
    """Whom a test lets in without the form (`force_login`), it lets in whole; the form asks for the code itself."""
    if "REMOTE_ADDR" not in request.META and needs_second_step(user):
        device, _made = StaticDevice.objects.get_or_create(user=user, name="tests")
        request.session[DEVICE_ID_SESSION_KEY] = device.persistent_id


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
