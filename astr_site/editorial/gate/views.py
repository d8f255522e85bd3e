"""The checklist “Ready to publish?”, and where a refused publication leads."""

from cms.toolbar.utils import get_object_edit_url, get_object_preview_url
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

from ..records import ensure_record
from .findings import Refused, Tier
from .publishing import findings


def checklist_address(version):
    return reverse("admin:editorial_checklist", args=[version.pk])


def version_for(request, pk):
    """Return the version, for staff who may change it.

    Raises Http404 or PermissionDenied.
    """
    version = get_object_or_404(Version, pk=pk)
    if not version.has_change_permission(request.user):
        raise PermissionDenied
    return version


def checklist(request, pk):
    """Show what stands in the way of publishing; a POST publishes what nothing stands in the way of."""
    version = version_for(request, pk)
    if request.method == "POST":
        return publish(request, version)
    found = findings(version) if version.state == "draft" else []
    context = {
        **admin.site.each_context(request),
        "title": _("Ready to publish?"),
        "version": version,
        "content": version.content,
        "blocking": [finding for finding in found if finding.tier is Tier.BLOCKS],
        "advising": [finding for finding in found if finding.tier is Tier.ADVISES],
        "may_publish": version.check_publish.as_bool(request.user),
        "edit_url": get_object_edit_url(version.content),
    }
    return render(request, "editorial/checklist.html", context)


def publish(request, version):
    """Publish, or say why not; `GateMiddleware` shows what the gate refuses."""
    try:
        version.check_publish(request.user)
    except ConditionFailed as reason:
        messages.error(request, str(reason))
        return redirect(checklist_address(version))
    version.publish(request.user)
    messages.success(request, _("“%(title)s” is published.") % {"title": version.content})
    return redirect(get_object_preview_url(version.content))


def record_of_version(request, pk):
    """Lead to the sources and reviews behind a version, made now if there are none yet."""
    record = ensure_record(version_for(request, pk).content)
    return redirect("admin:editorial_editorialrecord_change", record.pk)


class GateMiddleware:
    """Leads staff whose publication was refused, from wherever, to the checklist that says why."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, Refused):
            return None
        messages.error(request, _("This is not published yet: see what to mend below. Nothing was lost."))
        return redirect(checklist_address(exception.version))
