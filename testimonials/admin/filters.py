"""The filter of the list of stories: how each stands today."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from .. import standing


class StandingFilter(admin.SimpleListFilter):
    title = _("how it stands")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        soon = [(f"within-{days}", _("Runs out in {days} days").format(days=days)) for days in standing.NOTICE_DAYS]
        return [
            ("live", _("Shown now")),
            *soon,
            ("withdrawn", _("Withdrawn")),
            ("captions", _("Lacks checked captions")),
        ]

    def queryset(self, request, queryset):
        chosen = self.value() or ""
        if chosen.removeprefix("within-") in map(str, standing.NOTICE_DAYS):
            return standing.runs_out(queryset, int(chosen.removeprefix("within-")))
        keep = {"live": standing.live, "withdrawn": standing.withdrawn, "captions": standing.lacks_captions}
        return keep[chosen](queryset) if chosen in keep else queryset
