"""Hears of every change to what is public from the database itself, whoever makes it and however.

Signals would miss bulk updates and SQL; so each statement that writes is looked at. What is not known to be private is
taken to be public: to forget a table here costs speed and never truth.
"""

import logging
import re

from django.db import transaction

from .generation import Mark, generation

logger = logging.getLogger(__name__)

READS = ("SELECT", "SAVEPO", "RELEAS", "ROLLBA", "BEGIN", "COMMIT", "PRAGMA", "EXPLAI", "SHOW", "SET ")
WRITES = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE|(DELETE FROM))\s+"?(\w+)"?', re.IGNORECASE)

# Tables that no kept page is made from, by the beginnings of their names.
PRIVATE = (
    "auth_",
    "axes_",
    "backups_",
    "cms_pageuser",
    "cms_placeholderoperation",
    "cms_usersettings",
    "defense_",
    "desk_",
    "django_admin_log",
    "django_redirect",
    "django_session",
    "djangocms_history_",
    "djangocms_versioning_versionlock",
    "easy_thumbnails_",
    "filer_clipboard",
    "links_",
    "menus_cachekey",
    "modelsearch_",
    "otp_",
    "search_",
    "testimonials_historical",
    "testimonials_privatelink",
    "testimonials_showing",
)
# Where something of a person can go out of sight by a changed row.
OF_PERSONS = ("testimonials_",)


def watch(sender, connection, **kwargs):
    if told not in connection.execute_wrappers:
        connection.execute_wrappers.append(told)


def told(execute, sql, params, many, context):
    answer = execute(sql, params, many, context)
    if not (text := str(sql)).lstrip()[:6].upper().startswith(READS):
        note(context["connection"], text)
    return answer


def note(connection, sql):
    found = WRITES.match(sql)
    deletes, table = found.groups() if found else (None, "")
    if found and table.startswith(PRIVATE):
        return
    what = gone if deletes or not found or table.startswith(OF_PERSONS) else changed
    if not connection.in_atomic_block:
        what()
        return
    waiting = connection.run_on_commit
    if not waiting or waiting[-1][:2] != (set(connection.savepoint_ids), what):
        transaction.on_commit(what, using=connection.alias)


def changed():
    """Something public is another than before."""
    tell(("current",))


def gone():
    """Something public may be out of sight for good."""
    tell(Mark._fields)


def tell(parts):
    try:
        generation().change(parts)
    except OSError:
        # What stands behind it has happened all the same, and whoever did it must hear so.
        logger.exception("The mark of what is public could not be changed; pages may be old for some minutes")
