from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidesConfig(AppConfig):
    """A page for each role that shows someone who has never used a CMS how it is done."""

    name = "astr_site.guides"
    verbose_name = _("Guides")
