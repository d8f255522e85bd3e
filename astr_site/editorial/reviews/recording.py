"""The form by which a clinical reviewer records a review."""

from cms.toolbar.utils import get_object_preview_url
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.models import Version

from ..names import named
from ..records import record_for
from .fingerprint import is_changed
from .forms import ReviewForm


def recording_address(version):
    return reverse("admin:editorial_record_review", args=[version.pk])


def record_review(request, pk):
    """Record a review of a draft or of a public text; for clinical reviewers."""
    if not request.user.has_perm("editorial.add_review"):
        raise PermissionDenied
    version = get_object_or_404(Version, pk=pk, state__in=(DRAFT, PUBLISHED))
    name = named(version.content)
    form = ReviewForm(request.POST or None, version=version, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your review of “%(title)s” is recorded. Thank you.") % {"title": name})
        return redirect("admin:editorial_reviews")
    record = record_for(version.content)
    last = record.review if record else None
    context = {
        **admin.site.each_context(request),
        "title": _("Record a review"),
        "name": name,
        "version": version,
        "form": form,
        "last": last,
        "is_changed": last is not None and is_changed(last, version),
        "text": get_object_preview_url(version.content),
    }
    return render(request, "editorial/record_review.html", context)
