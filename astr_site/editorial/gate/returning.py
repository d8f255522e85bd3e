"""The way back: a form that was opened from the checklist leads to it again once it is saved."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

PARAMETER = "checklist"
# Buttons of a form that mean to stay with it.
STAYING = ("_continue", "_addanother", "_saveasnew")
# What the CMS answers when a block was saved: a page that closes its window.
CLOSING = "admin/cms/page/plugin/confirm_form.html"


def checklist_address(version):
    return reverse("admin:editorial_checklist", args=[version.pk])


def with_way_back(address, version):
    """Let the address of a form know to which checklist it leads back."""
    parts = urlsplit(address)
    query = QueryDict(parts.query, mutable=True)
    query[PARAMETER] = str(version.pk)
    return parts._replace(query=query.urlencode()).geturl()


def way_back(request):
    """Return the address of the checklist from which a form was opened, or ""."""
    number = request.GET.get(PARAMETER, "")
    return reverse("admin:editorial_checklist", args=[int(number)]) if number.isdecimal() else ""


class WayBackMiddleware:
    """Once a form that was opened from the checklist is saved, leads back there instead of to its own list."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        checklist = way_back(request) if request.method == "POST" else ""
        if not checklist or not request.user.is_authenticated:
            return response
        if getattr(response, "template_name", None) == CLOSING:
            messages.success(request, _("The block is saved."))
        elif response.status_code != 302 or any(name in request.POST for name in STAYING):
            return response
        return redirect(checklist)
