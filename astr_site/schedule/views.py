"""The page on which staff give a version its dates."""

from cms.toolbar.utils import get_object_preview_url
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import localize
from django.utils.timezone import get_current_timezone_name, localtime
from django.utils.translation import gettext as _
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.models import Version

from astr_site.editorial.gate.returning import checklist_address

from .boundary import remember
from .forms import ScheduleForm
from .models import ScheduledPublication


def schedule_address(version):
    return reverse("admin:schedule_version", args=[version.pk])


def schedule(request, pk):
    """Set, change or remove the dates of a version; for those who may publish it."""
    version = get_object_or_404(Version, pk=pk, state__in=(DRAFT, PUBLISHED))
    if not version.has_publish_permission(request.user):
        raise PermissionDenied
    plan = ScheduledPublication.objects.filter(version=version).first() or ScheduledPublication(version=version)
    form = ScheduleForm(request.POST or None, instance=plan, user=request.user)
    if request.method == "POST" and form.is_valid():
        kept = form.save_or_forget()
        remember()
        messages.success(request, said(version, kept))
        return redirect(get_object_preview_url(version.content))
    context = {
        **admin.site.each_context(request),
        "title": _("Publish on a date"),
        "content": version.content,
        "version": version,
        "form": form,
        "plan": plan,
        "checklist": checklist_address(version),
        "time_zone": get_current_timezone_name(),
        "back": get_object_preview_url(version.content),
    }
    return render(request, "schedule/schedule.html", context)


def said(version, plan):
    """Read back what was set."""
    told = {"title": version.content}
    if plan and plan.publish_at:
        told["publish"] = localize(localtime(plan.publish_at))
    if plan and plan.take_down_at:
        told["down"] = localize(localtime(plan.take_down_at))
    if "publish" in told and "down" in told:
        words = _("“%(title)s” will be published on %(publish)s and taken down on %(down)s.")
    elif "publish" in told:
        words = _("“%(title)s” will be published on %(publish)s.")
    elif "down" in told:
        words = _("“%(title)s” will be taken down on %(down)s.")
    else:
        words = _("“%(title)s” has no dates any more.")
    return words % told
