from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DefenseConfig(AppConfig):
    """What keeps hostile visitors out: what a browser may load, how often a stranger may ask, what was refused."""

    name = "astr_site.defense"
    verbose_name = _("Defense")
