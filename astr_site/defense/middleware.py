"""The headers that defend readers, on every answer; a view that needs another one sets it first.

Outermost, so that an answer from a cache and a refusal carry them as well.
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.template.loader import get_template
from django.utils.functional import cached_property

from .policies import PERMISSIONS, REPORTS, STAFF, STAFF_TOO

FIXED = {
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Reporting-Endpoints": f'csp="{REPORTS}"',
}


class DefenseMiddleware(CSPMiddleware):
    """django-csp's header in two policies, and the headers that stand beside it."""

    def process_response(self, request, response):
        response = super().process_response(request, response)
        frame_as_the_policy_says(response)
        for name, value in FIXED.items():
            response.headers.setdefault(name, value)
        return response

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and is_staff(request):
            parts.replace = STAFF | (parts.replace or {})
            parts.update = STAFF_TOO | (parts.update or {})
        if not report_only and response.status_code == 500:
            parts.replace = (parts.replace or {}) | {"style-src": [self.hash_of_the_last_resort]}
        return parts

    @cached_property
    def hash_of_the_last_resort(self):
        """Allow the one style that the page for when nothing works brings with it."""
        text = Path(get_template("500.html").origin.name).read_text()
        style = text.partition("<style>")[2].partition("</style>")[0]
        return f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"


def is_staff(request):
    """Say whether a member of staff asks; a reader without our cookie is not looked up."""
    user = getattr(request, "user", None)
    return bool(user and settings.SESSION_COOKIE_NAME in request.COOKIES and user.is_staff)


def frame_as_the_policy_says(response):
    """Tell browsers that do not know frame-ancestors the same: nobody, we alone, or no word of it."""
    policy = response.headers.get("Content-Security-Policy", "")
    if "frame-ancestors 'none'" in policy:
        response.headers["X-Frame-Options"] = "DENY"
    elif "frame-ancestors 'self'" in policy:
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
    elif "frame-ancestors" in policy:
        response.headers.pop("X-Frame-Options", None)
