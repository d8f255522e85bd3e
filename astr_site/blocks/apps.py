from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlocksConfig(AppConfig):
    """The blocks that belong to no single subject."""

    name = "astr_site.blocks"
    verbose_name = _("Blocks")
