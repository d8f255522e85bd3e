from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScheduleConfig(AppConfig):
    """Publishing and taking down at a date and time, judged when a page is asked for."""

    name = "astr_site.schedule"
    verbose_name = _("Publication dates")

    def ready(self):
        from djangocms_versioning.signals import post_version_operation

        from astr_site.page_cache import moments

        from .models import ScheduledPublication
        from .plans import follow

        plans = ScheduledPublication.objects
        moments.changes(lambda now: plans.next_boundary())
        moments.ends("pages")(lambda now: plans.next_end())
        post_version_operation.connect(follow, dispatch_uid="schedule.follow")
