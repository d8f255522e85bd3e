"""The checklist “Ready to publish?”, and where a refused publication leads."""

from cms.toolbar.utils import get_object_edit_url, get_object_preview_url
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

from ..names import named
from ..records import ensure_record, record_for
from ..reviews.fingerprint import is_changed
from .advice import given_before, keep_reason, unanswered
from .findings import Refused, Tier
from .publishing import findings
from .returning import PARAMETER, checklist_address, with_way_back

NOT_YET = _("This is not published yet: see what to mend below. Nothing was lost.")


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
    found = findings(version) if version.state == DRAFT else []
    listed = Checklist(version, found)
    if request.method == "POST":
        reason = request.POST.get("reason", "").strip()
        if fault := listed.fault(request.user, reason):
            messages.error(request, fault)
        else:
            return publish(request, version, reason, listed.open)
    context = {
        **admin.site.each_context(request),
        "title": _("Ready to publish?"),
        "version": version,
        "name": named(version.content),
        "checklist": listed,
        "reason": request.POST.get("reason", ""),
        "review": foretold(version),
        "may_publish": version.check_publish.as_bool(request.user),
        "edit_url": get_object_edit_url(version.content),
    }
    return render(request, "editorial/checklist.html", context)


def foretold(version):
    """Say what patients will read about the review once this version is public, "" where they read nothing."""
    record = record_for(version.content)
    if record is None or not record.about_health:
        return ""
    if record.review is None:
        return _("Awaiting clinical review")
    return _("Changed since this review.") if is_changed(record.review, version) else _("Reviewed")


class Checklist:
    """The findings about a version, sorted by what they ask of staff."""

    def __init__(self, version, found):
        self.version = version
        self.blocking = [finding for finding in found if finding.tier is Tier.BLOCKS]
        self.open = unanswered(version, found)
        reasons = given_before(version) if len(found) > len(self.blocking) + len(self.open) else {}
        self.answered = [(each, reasons[each.key]) for each in found if each.key in reasons]

    def fault(self, user, reason):
        """Say why this cannot be published now, or return ""."""
        try:
            self.version.check_publish(user)
        except ConditionFailed as refused:
            return str(refused)
        if self.blocking:
            return NOT_YET
        if self.open and not reason:
            return _("Say why you publish past the advice, then publish again.")
        return ""


def publish(request, version, reason, advice):
    with transaction.atomic():
        if advice:
            keep_reason(version, request.user, reason, advice)
        version.publish(request.user)
    messages.success(request, _("“%(title)s” is published.") % {"title": version.content})
    return redirect(get_object_preview_url(version.content))


def record_of_version(request, pk):
    """Lead to the sources and reviews behind a version, made now if there are none yet."""
    if not request.user.has_perm("editorial.view_editorialrecord"):
        raise PermissionDenied
    record = ensure_record(get_object_or_404(Version, pk=pk).content)
    address = reverse("admin:editorial_editorialrecord_change", args=[record.pk])
    return redirect(with_way_back(address, record.version) if PARAMETER in request.GET else address)


class GateMiddleware:
    """Leads staff to the checklist: from a publication that is refused, and from one past advice."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Ask for a reason where a publish button is pressed past advice; the form of dates asks for its own."""
        name = request.resolver_match.url_name or ""
        if request.method != "POST" or not name.endswith("version_publish"):
            return None
        version = Version.objects.filter(pk=kwargs["object_id"], state=DRAFT).first()
        if version is None or not version.check_publish.as_bool(request.user):
            return None
        if not unanswered(version, findings(version)):
            return None
        messages.warning(
            request, _("Some things could read better. Mend them, or say below why you publish past them.")
        )
        return redirect(checklist_address(version))

    def process_exception(self, request, exception):
        if not isinstance(exception, Refused):
            return None
        messages.error(request, NOT_YET)
        return redirect(checklist_address(exception.version))
