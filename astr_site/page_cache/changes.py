"""Hears of every change to what is public from the database itself, whoever makes it and however.

Signals would miss bulk updates and SQL; so each statement that writes is looked at. What is not known to be private is
taken to be public: to forget a table here costs speed and never truth.
"""

import logging
import re

from django.db import transaction

from .evidence import listen
from .generation import Mark, generation

logger = logging.getLogger(__name__)

READS = ("SELECT", "SAVEPO", "RELEAS", "ROLLBA", "BEGIN", "COMMIT", "PRAGMA", "EXPLAI", "SHOW", "SET ")
WRITES = re.compile(r'\s*(INSERT|REPLACE|UPDATE|DELETE)(?: OR \w+)?(?: INTO| FROM)?\s+"?(\w+)"?', re.IGNORECASE)

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
# Where a row that changes or goes can take a person out of sight for good, and where a row that goes can take a page.
OF_PERSONS = ("testimonials_authorization", "testimonials_captiontrack", "testimonials_testimonial")
OF_PAGES = ("cms_page", "providers_practitionertype", "techniques_technique")
# A date on which something is taken down: what was made before it was set does not know of it.
OF_DATES = ("schedule_scheduledpublication",)


def watch(sender, connection, **kwargs):
    for wrapper in (told, listen):
        if wrapper not in connection.execute_wrappers:
            connection.execute_wrappers.append(wrapper)


def told(execute, sql, params, many, context):
    answer = execute(sql, params, many, context)
    # Questions that are put together stand in brackets (PostgreSQL).
    if not (text := str(sql)).lstrip("( \t\r\n")[:6].upper().startswith(READS):
        note(context["connection"], text)
    return answer


def note(connection, sql):
    found = WRITES.match(sql)
    verb, table = (word.lower() for word in found.groups()) if found else ("", "")
    if table.startswith(PRIVATE):
        return
    what = consequence(verb, table)
    if not connection.in_atomic_block:
        what()
        return
    waiting = connection.run_on_commit
    if not waiting or waiting[-1][:2] != (set(connection.savepoint_ids), what):
        transaction.on_commit(what, using=connection.alias)


def consequence(verb, table):
    if table.startswith(OF_PERSONS):
        return stories_changed if verb in ("insert", "replace") else gone
    if table.startswith(OF_DATES):
        return gone if verb != "delete" else changed
    return gone if verb == "delete" and table.startswith(OF_PAGES) else changed


def changed():
    """Something public is another than before."""
    tell(("current",))


def stories_changed():
    """Something about a person's story is another than before."""
    tell(("current", "stories"))


def gone():
    """Something public may be out of sight for good."""
    tell(Mark._fields)


def tell(parts):
    try:
        generation().change(parts)
    except OSError:
        # What stands behind it has happened all the same, and whoever did it must hear so.
        logger.exception("The mark of what is public could not be changed; pages may be old for some minutes")
