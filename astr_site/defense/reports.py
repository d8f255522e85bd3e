"""Where browsers report what our policy refused (CSP 3, “report-to” and “report-uri”).

Anybody may send anything here, so that little is believed and little is kept: a rule that exists, the host that was
refused and the kind of page, counted. An address of ours can itself be a secret (a patient's private page) and is
never kept; nor is who reported.
"""

import json
from urllib.parse import urlsplit

from csp.utils import DEFAULT_DIRECTIVES
from django.db.models import F
from django.http import HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .limits import limited, within
from .models import Violation

LARGEST = 16 * 2**10
MOST_AT_ONCE = 10
# Extensions and strangers must not fill the table; what matters is what comes first and often.
MOST_KINDS = 500
MOST_AN_HOUR = 2000


@csrf_exempt
@require_POST
@limited(30, 60)
def receive(request):
    """Count the violations that one browser reports."""
    length = request.headers.get("Content-Length") or "0"
    if not length.isdecimal() or int(length) > LARGEST:
        return HttpResponse(status=413)
    try:
        told = json.loads(request.body)
    except (ValueError, RecursionError):
        return HttpResponse(status=400)
    for directive, blocked, page in list(kinds(told))[:MOST_AT_ONCE]:
        if within("violations", "everybody", MOST_AN_HOUR, 3600):
            count(directive, blocked, page)
    return HttpResponse(status=204)


def kinds(told):
    """Read both ways in which browsers report; what is neither is passed over."""
    for report in told if isinstance(told, list) else [told]:
        if not isinstance(report, dict):
            continue
        body = report.get("csp-report") or (report.get("type") == "csp-violation" and report.get("body"))
        if not isinstance(body, dict):
            continue
        rule = body.get("effectiveDirective") or body.get("effective-directive") or body.get("violated-directive")
        directive = str(rule or "").split(" ")[0]
        if directive in DEFAULT_DIRECTIVES:
            yield (
                directive,
                origin(body.get("blockedURL") or body.get("blocked-uri")),
                kind_of_page(body.get("documentURL") or body.get("document-uri")),
            )


def origin(text):
    """Keep “inline”, “eval” and the like as they are, and of an address only its host."""
    text = str(text or "")
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return "?"
    if host:
        return f"{parts.scheme}://{host}"[:200]
    return f"{parts.scheme}:" if parts.scheme else text[:20] if text.replace("-", "").isalpha() else "?"


def kind_of_page(text):
    try:
        return resolve(urlsplit(str(text or "")).path).route[:200] or "/"
    except (Resolver404, ValueError):
        return "?"


def count(directive, blocked, page):
    kind = {"directive": directive, "blocked": blocked, "page": page}
    known = Violation.objects.filter(**kind).update(times=F("times") + 1, last_seen=timezone.now())
    if not known and Violation.objects.count() < MOST_KINDS:
        Violation.objects.get_or_create(**kind)
