from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScheduleConfig(AppConfig):
    """Publishing and taking down at a date and time, judged when a page is asked for."""

    name = "astr_site.schedule"
    verbose_name = _("Publication dates")

    def ready(self):
        from djangocms_versioning.signals import post_version_operation

        from .plans import follow

        post_version_operation.connect(follow, dispatch_uid="schedule.follow")
