from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClinicConfig(AppConfig):
    """The clinic's name, phone, locations and opening hours."""

    name = "astr_site.clinic"
    verbose_name = _("Our clinic")

    def ready(self):
        from astr_site.page_cache import moments

        from .models import Clinic

        moments.changes(Clinic.next_announcement)
