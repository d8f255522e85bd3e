"""The headers that defend readers, on every document; a view that needs another policy sets it first.

Outermost, so that an answer from a cache and a refusal carry them as well.
"""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.urls import reverse

from . import hashes
from .policies import PERMISSIONS, REPORTS, STAFF, STAFF_TOO

FIXED = {
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Reporting-Endpoints": f'csp="{REPORTS}"',
}
# These load and run nothing: the policy of the page that shows them rules. A page has two dozen of them, and a reader
# on a phone should not pay for the same long lines with each.
PARTS = ("image/", "font/", "video/", "text/css", "text/javascript", "text/vtt", "application/javascript")
# But a drawing that is opened by itself is a document; it may have colors and nothing else.
DRAWING = {"image/svg+xml": "default-src 'none'; style-src 'unsafe-inline'; sandbox"}


def is_part(response):
    return response.headers.get("Content-Type", "").startswith(PARTS)


def defend_part(response):
    response.headers.setdefault("Cross-Origin-Resource-Policy", FIXED["Cross-Origin-Resource-Policy"])
    kind = response.headers["Content-Type"].partition(";")[0]
    if kind in DRAWING:
        response.headers.setdefault("Content-Security-Policy", DRAWING[kind])
    return response


class DefenseMiddleware(CSPMiddleware):
    """django-csp's header in two policies, and the headers that stand beside it."""

    def process_response(self, request, response):
        if is_part(response):
            return defend_part(response)
        response = super().process_response(request, response)
        frame_as_the_policy_says(response)
        for name, value in FIXED.items():
            response.headers.setdefault(name, value)
        return response

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and is_staff(request):
            handlers = {"script-src-attr": hashes.handlers_of_staff_pages()}
            parts.replace = STAFF | handlers | (parts.replace or {})
            parts.update = STAFF_TOO | library(request) | (parts.update or {})
        if not report_only and response.status_code == 500:
            parts.replace = (parts.replace or {}) | {"style-src": hashes.style_of_the_last_resort()}
        return parts


def is_staff(request):
    """Say whether a member of staff asks; a reader without our cookie is not looked up."""
    user = getattr(request, "user", None)
    return bool(user and settings.SESSION_COOKIE_NAME in request.COOKIES and user.is_staff)


def library(request):
    inside = request.path.startswith(reverse("admin:app_list", args=["filer"]))
    return {"script-src": hashes.scripts_of_the_library()} if inside else {}


def frame_as_the_policy_says(response):
    """Tell browsers that do not know frame-ancestors the same: nobody, we alone, or no word of it."""
    policy = response.headers.get("Content-Security-Policy", "")
    if "frame-ancestors 'none'" in policy:
        response.headers["X-Frame-Options"] = "DENY"
    elif "frame-ancestors 'self'" in policy:
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
    elif "frame-ancestors" in policy:
        response.headers.pop("X-Frame-Options", None)
