from django.contrib import admin, messages
from django.contrib.admin.views.decorators import staff_member_required
from django.shortcuts import render
from django.utils.translation import gettext

from .handouts import chosen, offered


@staff_member_required
def handouts(request):
    """Offer the pages that can be printed together; with some chosen, show them one after the other."""
    if "print" in request.GET:
        if found := chosen(set(request.GET.getlist("page"))):
            return render(request, "handouts/print.html", {"handouts": found})
        messages.warning(request, gettext("Choose at least one page."))
    context = {**admin.site.each_context(request), "title": gettext("Print handouts"), "languages": offered()}
    return render(request, "handouts/choose.html", context)
