from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HandoutsConfig(AppConfig):
    """Several pages printed at once, to be given to patients."""

    name = "astr_site.handouts"
    verbose_name = _("Handouts")
