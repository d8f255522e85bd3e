from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TechniquesConfig(AppConfig):
    """What each treatment is, for someone who considers it."""

    name = "techniques"
    verbose_name = _("Techniques")
