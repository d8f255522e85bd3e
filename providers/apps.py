from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProvidersConfig(AppConfig):
    """Who offers the techniques, and what each profession may do."""

    name = "providers"
    verbose_name = _("Who provides it")
