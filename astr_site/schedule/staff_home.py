"""What is planned, and what was refused when its moment came."""

from django.utils.formats import localize
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from djangocms_versioning.constants import DRAFT

from astr_site.desk.sections import Line, Section, section

from .models import ScheduledPublication
from .views import schedule_address


@section(40)
def dates(user):
    """List refusals first; for those who may publish."""
    plans = [*ScheduledPublication.objects.refused(), *ScheduledPublication.objects.pending().order_by("boundary")]
    lines = [
        Line(str(plan), schedule_address(plan.version), said(plan), pressing=bool(plan.refusal))
        for plan in plans
        if plan.version.content is not None and plan.version.has_publish_permission(user)
    ]
    return Section(_("Publication dates"), lines) if lines else None


def said(plan):
    if plan.refusal:
        return _("Refused when its moment came: %(reason)s") % {"reason": plan.refusal}
    moment = localize(localtime(plan.boundary))
    words = _("published on %(moment)s") if plan.version.state == DRAFT else _("taken down on %(moment)s")
    return words % {"moment": moment}
