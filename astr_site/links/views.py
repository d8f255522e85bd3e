"""The page of the link check; each press of its button, by a person or by its script, goes one step on."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from .checking import begin, latest, left, step


def link_check(request):
    """Show what the last check found; a POST begins one (`begin`) or goes on with it."""
    if not request.user.has_perm("links.view_linkcheck"):
        raise PermissionDenied
    run = latest()
    if request.method == "POST":
        if not request.user.has_perm("links.add_linkcheck"):
            raise PermissionDenied
        if run is None or "begin" in request.POST:
            run = begin(request.user)
        step(run)
        return redirect("admin:links_check")
    context = {
        **admin.site.each_context(request),
        "title": _("Link check"),
        "run": run,
        "total": run.addresses.count() if run else 0,
        "left": left(run) if run else 0,
        "broken": run.addresses.broken() if run else (),
        "unsure": run.addresses.unsure() if run else (),
        "may_check": request.user.has_perm("links.add_linkcheck"),
    }
    context["done"] = context["total"] - context["left"]
    return render(request, "links/link_check.html", context)
