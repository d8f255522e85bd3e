"""What members of staff do with their own second step, once they are in."""

import time

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django_otp import login as note_device

from astr_site.defense.limits import limited

from . import devices
from .browsers import asker
from .forms import CodeForm
from .models import Entry
from .needs import has_second_step, needs_second_step
from .recording import record
from .screens import screen

# How long a code that was typed allows to bring another phone into use.
PROVED_FOR = 10 * 60


def may_set_up(request):
    """Say whether somebody who is signed in may bring a phone into use: the first, or after a code from the old."""
    if not admin.site.has_permission(request):
        return False
    proved = time.time() - request.session.get("proved", 0) < PROVED_FOR
    return proved or not has_second_step(request.user)


def begin_with(request, phone, then):
    """Go on with a phone that has just been confirmed, and show the recovery codes that belong to it."""
    note_device(request, phone)
    devices.write_recovery_codes(request.user)
    request.session.pop("proved", None)
    request.session["show_codes"] = then
    record(Entry.Deed.PHONE_SET_UP, request, request.user)


@never_cache
def recovery_codes(request):
    """Show the codes once; whoever comes back later has to make new ones."""
    then = request.session.pop("show_codes", None)
    if then is None:
        return redirect("my-sign-in")
    return screen(
        request, "recovery_codes", _("Keep your recovery codes"), codes=devices.recovery_codes(request.user), then=then
    )


@never_cache
@limited(30, 60, who=asker)
def my_sign_in(request):
    """Show a member of staff how they get in, and let them change it against a code."""
    person, form = request.user, CodeForm(request.POST or None)
    if has_second_step(person) and form.is_valid():
        if devices.device_of(person, form.given):
            return change(request, person, request.POST.get("do"))
        record(Entry.Deed.CODE_WRONG, request, person)
        form.add_error(None, _("This code is not right, or it was used before. Wait for the next one, and type that."))
    page = {"has_one": has_second_step(person), "must": needs_second_step(person), "left": devices.codes_left(person)}
    return screen(request, "my_sign_in", _("Your sign-in"), form=form, **page)


def change(request, person, what):
    if what == "phone":
        request.session["proved"] = time.time()
        return redirect("sign-in-set-up")
    if what == "paper":
        devices.write_recovery_codes(person)
        record(Entry.Deed.CODES_MADE, request, person)
        request.session["show_codes"] = reverse("my-sign-in")
        return redirect("recovery-codes")
    if what == "off" and not needs_second_step(person):
        devices.forget(person)
        record(Entry.Deed.STEP_FORGOTTEN, request, person)
        messages.success(request, _("The second step is switched off."))
    return redirect("my-sign-in")
