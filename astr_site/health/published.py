"""The log of what staff put before readers and took away, and of what patients withdrew.

The database keeps the same for as long as KEEP_VERSIONS_MONTHS says; these lines leave the machine with its logs, so
that nobody who can write to the database can also rewrite what happened.
"""

import logging

from cms.utils.permissions import get_current_user
from django.db import transaction
from djangocms_versioning import constants

from astr_site.backups import withdrawals
from testimonials.models import Authorization

from . import metrics

logger = logging.getLogger(__name__)
ACTIONS = {constants.OPERATION_PUBLISH: "published", constants.OPERATION_UNPUBLISH: "taken down"}


def version_changed(sender, operation, obj, to_be_published=None, **kwargs):
    # A version that makes room for a newer one is not taken down: readers have the newer one.
    if operation in ACTIONS and to_be_published is None:
        what = {"what": obj.content._meta.label_lower, "version": obj.pk, "content": obj.object_id}
        tell(ACTIONS[operation], what | {"language": getattr(obj.content, "language", "")})


def record_changed(sender, instance, history_instance, **kwargs):
    """Tell of a permission that has just ended; every later change of the record finds it withdrawn already."""
    if not isinstance(instance, Authorization) or not instance.withdrawn_at:
        return
    if history_instance.prev_record is None or not history_instance.prev_record.withdrawn_at:
        transaction.on_commit(lambda: withdrawals.note(instance))
        tell("withdrawn", {"what": "testimonials.authorization", "record": instance.pk, "by": instance.withdrawn_by})


def tell(action, what):
    """Write the line once it is certain: what is rolled back did not happen."""
    user = get_current_user()
    who = getattr(user, "pk", None)

    def write():
        metrics.PUBLISHED.labels(action).inc()
        logger.info("%s", action, extra={"event": "published", "action": action, "staff": who, **what})

    transaction.on_commit(write)
