"""What patients took back stays taken back, whichever backup is restored (H3).

A backup is older than the withdrawals made after it. They are read from the database that is replaced, and from a
list beside it that holds nothing but numbers and moments.
"""

import json
import logging
from datetime import datetime

from django.conf import settings
from django.db import Error

from testimonials.models import Authorization

logger = logging.getLogger(__name__)


def path():
    return settings.DATA_DIR / "withdrawn.jsonl"


def note(authorization):
    """Add a withdrawal to the list; one that cannot be written is in the database all the same."""
    line = {"authorization": authorization.pk, "at": authorization.withdrawn_at.isoformat()}
    try:
        with path().open("a") as file:
            file.write(json.dumps(line | {"by": authorization.withdrawn_by}) + "\n")
    except OSError:
        logger.exception("A withdrawal could not be added to %s", path().name)


def known():
    """Return {authorization: (moment, by whom)} of all that this machine knows to be withdrawn."""
    found = {}
    if path().exists():
        for line in path().read_text().splitlines():
            try:
                told = json.loads(line)
                found[told["authorization"]] = datetime.fromisoformat(told["at"]), told["by"]
            except (ValueError, KeyError):
                logger.error("A line of %s cannot be read", path().name)
    try:
        rows = Authorization.objects.filter(withdrawn_at__isnull=False)
        found |= {pk: (at, by) for pk, at, by in rows.values_list("pk", "withdrawn_at", "withdrawn_by")}
    except Error:
        logger.warning("The database that is replaced cannot say what was withdrawn")
    return found


def carry_over(since):
    """Withdraw in the restored database what was withdrawn after the backup; return how many."""
    again = 0
    for record in Authorization.objects.filter(pk__in=since, withdrawn_at=None):
        record.withdrawn_at, record.withdrawn_by = since[record.pk]
        record.save()
        again += 1
    return again
