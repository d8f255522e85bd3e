"""Staff: their accounts and what they did."""

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from djangocms_history.models import PlaceholderOperation

from astr_site.privacy import Holding, forgets, holds, kept_for, months_ago

OPERATOR = "administrators"


@holds(40)
def accounts():
    users = get_user_model()
    return Holding(
        whose="staff",
        what="user name, name, e-mail address, password (hashed), roles, last sign-in",
        where="auth.User",
        why="to sign in and to answer for what was published",
        kept="until an administrator removes it; an account that has written a text is switched off instead",
        seen_by=OPERATOR,
        rows=users.objects.count(),
    )


@holds(41)
def names_beside_work():
    return Holding(
        whose="staff",
        what="whose account made, changed, reviewed or published something",
        where=", ".join(sorted(model._meta.label for model in models_that_name_staff())),
        why="so that staff see who changed what, and can go back",
        kept="as long as what was made; old versions see KEEP_VERSIONS_MONTHS",
        seen_by="staff",
        rows=sum(model._base_manager.count() for model in models_that_name_staff()),
    )


def models_that_name_staff():
    """Return every model with a relation to an account, so that a new one is told of without being listed."""
    back = [each for each in get_user_model()._meta.get_fields(include_hidden=True) if each.auto_created]
    found = {each.related_model for each in back if each.is_relation and not each.concrete}
    return {model for model in found if not model._meta.auto_created and not model._meta.proxy}


@holds(42)
def staff_log():
    return Holding(
        whose="staff",
        what="which form was saved when, and by whom",
        where="admin.LogEntry, djangocms_history.PlaceholderOperation",
        why="to find out how a mistake came about",
        kept=kept_for(settings.OPERATION.keep_staff_log_months),
        seen_by=OPERATOR,
        rows=LogEntry.objects.count() + PlaceholderOperation.objects.count(),
    )


@holds(43)
def sessions():
    return Holding(
        whose="staff",
        what="that somebody is signed in",
        where="sessions.Session, and a cookie in the person's browser",
        why="to stay signed in; visitors get no cookie and no session",
        kept="until the session ends",
        seen_by="nobody",
        rows=Session.objects.count(),
    )


@holds(90)
def log_lines():
    return Holding(
        whose="visitors",
        what="nothing: a line of the log names the page, the time and the answer, and no address, browser or words",
        where="standard error, which systemd or the container keeps",
        why="to find faults",
        kept="as the operator sets it for the machine (.readme/operate.md)",
        seen_by="the operator",
        rows=0,
    )


@forgets("sessions that are over")
def old_sessions(now):
    return Session.objects.filter(expire_date__lt=now).delete()[0]


@forgets("lines of the staff's log")
def old_lines(now):
    limit = months_ago(now, settings.OPERATION.keep_staff_log_months)
    if limit is None:
        return 0
    lines = LogEntry.objects.filter(action_time__lt=limit).delete()[0]
    return lines + PlaceholderOperation.objects.filter(date_created__lt=limit).delete()[0]
