"""Authorizations and their history are kept for years after they last had effect (H5)."""

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from .models import Authorization


def refuse_early_deletion(sender, instance, **kwargs):
    """Refuse to delete a record, or a line of its history, before its time.

    It listens to every deletion, because a command such as simple_history's clean_old_history passes
    by any method of ours. History outlives its record's own protection: it may go once the record has.

    Raises ProtectedError.
    """
    if sender is Authorization:
        kept = not instance.may_be_deleted
    else:
        kept = Authorization.objects.filter(pk=instance.id).exists()
    if kept:
        raise ProtectedError(_("An authorization is kept for six years after it last had effect."), {instance})
