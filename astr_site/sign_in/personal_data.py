"""Who signed in, from where, and who was given which right."""

from axes.models import AccessAttempt
from django.conf import settings
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from astr_site.privacy import Holding, forgets, holds, kept_for, months_ago

from .models import Entry


@holds(44)
def log_of_sign_ins():
    return Holding(
        whose="staff, and whoever tries a password",
        what="who signed in or failed to, from which address; who was given which right by whom",
        where="sign_in.Entry",
        why="to find out whether a stranger was in, and who gave a right",
        kept=kept_for(settings.OPERATION.keep_staff_log_months),
        seen_by="administrators, who cannot change it",
        rows=Entry.objects.count(),
    )


@holds(45)
def second_steps():
    return Holding(
        whose="staff",
        what="the key that an app on the phone shares with us, and recovery codes",
        where="otp_totp.TOTPDevice, otp_static.StaticDevice",
        why="a password alone does not open patients’ permissions",
        kept="until the person or an administrator takes the second step away",
        seen_by="nobody",
        rows=TOTPDevice.objects.count() + StaticDevice.objects.count(),
    )


@holds(46)
def failed_tries():
    return Holding(
        whose="whoever tries a password",
        what="the name that was tried, the address and the browser",
        where="axes.AccessAttempt",
        why="to let nobody guess on",
        kept=f"{settings.AXES_COOLOFF_TIME.total_seconds() // 60:.0f} minutes",
        seen_by="nobody",
        rows=AccessAttempt.objects.count(),
    )


@forgets("lines of the log of sign-ins")
def old_lines(now):
    limit = months_ago(now, settings.OPERATION.keep_staff_log_months)
    return Entry.objects.forget_before(limit) if limit else 0


@forgets("failed tries to sign in")
def old_tries(now):
    return AccessAttempt.objects.filter(attempt_time__lt=now - settings.AXES_COOLOFF_TIME).delete()[0]
