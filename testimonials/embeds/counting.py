"""Which websites show our stories: a count for each host, story and day, and nothing about any visitor (issue 6)."""

import re
from urllib.parse import urlsplit

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from ..models import Showing

HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?")
# Anybody can send made-up names; beyond so many in a day they are counted together.
MOST_HOSTS = 500


def host_of(request):
    """Return the website round this document, "" where the browser does not tell, None where it is our own."""
    try:
        host = (urlsplit(request.headers.get("Referer", "")).hostname or "").lower()
    except ValueError:
        return ""
    if host == request.get_host().partition(":")[0]:
        return None
    return host if HOST.fullmatch(host) else ""


def count(request, stories):
    """Count that a website shows these stories; a count that cannot be kept is lost, and the story is shown."""
    host = host_of(request)
    if host is None or request.method != "GET":
        return
    try:
        with transaction.atomic():
            add(timezone.localdate(), host, stories)
    except DatabaseError:
        return


def add(day, host, stories):
    today = Showing.objects.filter(day=day)
    counted = today.filter(host=host, testimonial__in=stories)
    known = set(counted.values_list("testimonial", flat=True))
    if host and not known and today.values("host").distinct().count() >= MOST_HOSTS:
        return add(day, "", stories)
    counted.update(times=F("times") + 1)
    new = [Showing(day=day, host=host, testimonial_id=pk, times=1) for pk in stories if pk not in known]
    return Showing.objects.bulk_create(new, ignore_conflicts=True)
