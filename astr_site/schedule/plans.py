"""Carrying out what is due, once, and keeping the dates in step with what staff do by hand."""

import logging

from django.db import OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from djangocms_versioning import constants

from astr_site.desk.language import language_of
from astr_site.editorial.versioning import clear_public_caches

from .boundary import remember
from .models import ScheduledPublication

logger = logging.getLogger(__name__)


def carry_out_due(now):
    """Publish and take down whatever is due; return how many steps were taken or refused.

    A step is refused by the publish gate, or by a rule of the CMS: it is kept with its reason for staff.
    """
    taken = 0
    # What was published for a time that is over already is due once more.
    while due := list(ScheduledPublication.objects.due(now).values_list("pk", flat=True)):
        taken += sum(carry_out(pk, now) for pk in due)
    if taken:
        clear_public_caches()
    return taken


@transaction.atomic
def carry_out(pk, now):
    """Take the due step of one plan, unless another process has just taken it; say whether it was taken here."""
    # The row is locked first and read afterwards: of several processes, the second finds nothing left to do.
    # SQLite has no row locks, but begins every transaction as the only writer (environment.py).
    if not ScheduledPublication.objects.select_for_update().filter(pk=pk).exists():
        return False
    plan = ScheduledPublication.objects.due(now).filter(pk=pk).select_related("version", "set_by").first()
    if plan is None:
        return False
    try:
        with transaction.atomic(), override(language_of(plan.set_by)):
            take_step(plan)
    except OperationalError:
        # The database is busy or away: nobody has refused anything, and the next request tries again.
        raise
    except Exception as problem:  # The gate and the rules of any app refuse in their own ways.
        logger.warning("The date of “%s” came and it was refused: %s", plan, problem)
        plan.refusal, plan.refused_at = str(problem) or type(problem).__name__, now
        plan.save(update_fields=["refusal", "refused_at"])
        remember()
    return True


def take_step(plan):
    """Do what staff would do by the button, under the same conditions."""
    version = plan.version
    if version.state == constants.DRAFT:
        version.check_publish(plan.set_by)
        version.publish(plan.set_by)
    else:
        version.check_unpublish(plan.set_by)
        version.unpublish(plan.set_by)


def follow(sender, operation, obj, unpublished=(), to_be_published=None, **kwargs):
    """Keep the dates in step with what happened to a version, by hand or by the clock."""
    if operation == constants.OPERATION_PUBLISH:
        after_publication(obj, unpublished)
    elif operation == constants.OPERATION_UNPUBLISH and to_be_published is None:
        ScheduledPublication.objects.filter(version=obj).delete()
    elif operation == constants.OPERATION_ARCHIVE:
        after_archiving(obj)
    else:
        return
    remember()


def after_publication(version, replaced):
    """Drop the date of publication; a page that was to come down still does after its text was mended."""
    plan = ScheduledPublication.objects.filter(version=version).first()
    earlier = ScheduledPublication.objects.filter(version__in=replaced).exclude(take_down_at=None).first()
    if plan is None and earlier is None:
        return
    plan = plan or ScheduledPublication(version=version, set_by=earlier.set_by)
    plan.publish_at = None
    plan.take_down_at = plan.take_down_at or (earlier.take_down_at if earlier else None)
    plan.refusal, plan.refused_at = "", None
    if plan.take_down_at:
        plan.save()
    elif plan.pk:
        plan.delete()
    ScheduledPublication.objects.filter(version__in=replaced).delete()


def after_archiving(version):
    """Tell staff of a publication that will not come; nothing that was promised vanishes in silence."""
    ScheduledPublication.objects.filter(version=version, publish_at=None).delete()
    for plan in ScheduledPublication.objects.filter(version=version).select_related("set_by"):
        with override(language_of(plan.set_by)):
            plan.refusal, plan.refused_at = _("The draft was archived before its date came."), timezone.now()
        plan.save(update_fields=["refusal", "refused_at"])
