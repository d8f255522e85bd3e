from django.apps import AppConfig
from django.contrib import admin
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    """The first page that staff see."""

    name = "astr_site.desk"
    verbose_name = _("Staff home")

    def ready(self):
        admin.site.site_header = admin.site.site_title = _("ASTR staff pages")
        admin.site.index_title = _("Staff home")
        # The staff home leads everywhere; a second list of all tables beside every form is in the way.
        admin.site.enable_nav_sidebar = False
        autodiscover_modules("staff_home")
