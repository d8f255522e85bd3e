"""Sessions that end: after a working day, after a long pause, and where a new right asks for a second step."""

import time
from datetime import timedelta

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext as _

from .models import Entry
from .needs import needs_second_step

# How often the time of the last request is written down.
EVERY = 60


@receiver(user_logged_in)
def note_the_time(request, **kwargs):
    request.session["since"] = request.session["seen"] = time.time()


class StaffOnlyMiddleware:
    """Closes every address below the staff pages to strangers but the way in, whatever the view behind it allows.

    Some views of the CMS ask nobody who they are, and one of them makes a session for whoever asks.
    """

    OPEN = frozenset({"sign-in", "sign-in-code", "sign-in-set-up", "password_reset_confirm", "password_reset_complete"})
    # Another first page would be live at once, without a version that somebody publishes; this site has its own.
    CLOSED = frozenset({"cms_page_set_home"})

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.url_name
        if not below_staff_pages(request):
            return None
        if name not in self.OPEN and not admin.site.has_permission(request):
            return redirect_to_login(request.get_full_path(), reverse("sign-in"))
        if name in self.CLOSED:
            raise PermissionDenied
        return None


def below_staff_pages(request):
    return request.path.startswith(reverse("admin:index"))


class SessionEndsMiddleware:
    """Looks at each request of somebody who is signed in; readers, who have no cookie, are not looked at."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            if reason := why_it_ends(request):
                return self.end(request, reason)
            if time.time() - request.session["seen"] > EVERY:
                request.session["seen"] = time.time()
        return self.get_response(request)

    def end(self, request, reason):
        request.signed_out_as = Entry.Deed.ENDED
        logout(request)
        if not below_staff_pages(request):
            return self.get_response(request)
        messages.warning(request, reason)
        return redirect_to_login(request.get_full_path() if request.method == "GET" else reverse("admin:index"))


def why_it_ends(request):
    """Return the reason in words, or nothing. A session without its times is as old as can be."""
    now, session = time.time(), request.session
    if now - session.get("since", 0) > timedelta(hours=settings.STAFF_SESSION_HOURS).total_seconds():
        return _("You have been signed in for a long time. Please sign in again.")
    if now - session.get("seen", 0) > timedelta(minutes=settings.STAFF_PAUSE_MINUTES).total_seconds():
        return _("You were away for a while. Please sign in again.")
    if not request.user.is_verified() and needs_second_step(request.user):
        return _("Your account now needs a second step. Please sign in again; the page shows you how.")
    return ""
