"""Writes the log of sign-ins and of who may do what, from wherever either changes: staff pages, commands, code."""

from axes.signals import user_locked_out
from cms.utils.permissions import get_current_user
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.dispatch import receiver

from astr_site.defense.clients import client_address

from .models import Entry

User = get_user_model()
Deed = Entry.Deed
# What a person is, beside the rights that roles give.
STANDING = ("is_active", "is_staff", "is_superuser", "username")


def record(deed, request=None, who=None, about=""):
    """Write one line. Without a request the server itself did it, or somebody at its keyboard."""
    address = client_address(request) if request is not None and request.META else None
    name = who if isinstance(who, str) else who.get_username() if who else ""
    Entry.objects.create(deed=deed, who=name[:150], about=about, address=address)


def somebody():
    person = get_current_user()
    return person if person is not None and person.is_authenticated else None


@receiver(user_logged_in)
def signed_in(request, user, **kwargs):
    device = getattr(user, "otp_device", None)
    record(Deed.SIGNED_IN, request, user, about=device.name if device else "")


@receiver(user_logged_out)
def signed_out(request, user, **kwargs):
    if user is not None:
        record(getattr(request, "signed_out_as", Deed.SIGNED_OUT), request, user)


@receiver(user_login_failed)
def refused(credentials, request=None, **kwargs):
    record(Deed.REFUSED, request, str(credentials.get("username", "")))


@receiver(user_locked_out)
def locked(request, username, **kwargs):
    record(Deed.LOCKED, request, username or "")


@receiver(pre_save, sender=User)
def look_before(instance, update_fields=None, **kwargs):
    fields = {*STANDING, "password"}
    if instance.pk and (update_fields is None or fields & set(update_fields)):
        instance.stood = User.objects.filter(pk=instance.pk).values(*fields).first()


@receiver(post_save, sender=User)
def account_changed(instance, created, **kwargs):
    name, stood = instance.get_username(), instance.__dict__.pop("stood", None)
    if created:
        standing = ", ".join(field for field in STANDING[:3] if getattr(instance, field))
        record(Deed.MADE, who=somebody(), about=f"{name}: {standing}")
    elif stood:
        changes = [
            f"{field} {stood[field]} → {getattr(instance, field)}"
            for field in STANDING
            if changed(stood, instance, field)
        ]
        if changes:
            record(Deed.STANDING, who=somebody(), about=f"{name}: {', '.join(changes)}")
        if changed(stood, instance, "password"):
            record(Deed.PASSWORD, who=somebody() or name, about=name)


def named(each):
    """A right by its name in code, which says the same in every language; a role or a person by theirs."""
    return f"{each.content_type.app_label}.{each.codename}" if isinstance(each, Permission) else str(each)


def changed(stood, instance, field):
    return stood[field] != getattr(instance, field)


@receiver(post_delete, sender=User)
@receiver(post_delete, sender=Group)
def removed(instance, **kwargs):
    record(Deed.REMOVED, who=somebody(), about=str(instance))


@receiver(m2m_changed, sender=User.groups.through)
@receiver(m2m_changed, sender=User.user_permissions.through)
@receiver(m2m_changed, sender=Group.permissions.through)
def rights_changed(instance, action, reverse, model, pk_set, **kwargs):
    """Record roles and rights that are given or taken, from whichever end the form was."""
    deed = {"post_add": Deed.GIVEN, "post_remove": Deed.TAKEN, "pre_clear": Deed.TAKEN}.get(action)
    if deed is None or pk_set == set():
        return
    others = "everything" if pk_set is None else ", ".join(sorted(map(named, model.objects.filter(pk__in=pk_set))))
    record(deed, who=somebody(), about=f"{others} → {named(instance)}" if reverse else f"{instance}: {others}")
