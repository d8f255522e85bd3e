"""The toolbar's way to what staff change most often about the clinic."""

from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

ENTRIES = (
    ("clinic.change_openingweek", _("Opening hours and holidays"), "admin:clinic_openingweek_changelist"),
    ("clinic.change_announcement", _("Announcement on every page"), "admin:clinic_announcement_changelist"),
    ("clinic.change_clinic", _("Name, phone, locations"), "admin:clinic_clinic_changelist"),
)


@toolbar_pool.register
class ClinicToolbar(CMSToolbar):
    def populate(self):
        allowed = [(words, name) for right, words, name in ENTRIES if self.request.user.has_perm(right)]
        if not allowed:
            return
        menu = self.toolbar.get_or_create_menu("clinic", _("Our clinic"))
        for words, name in allowed:
            menu.add_sideframe_item(words, url=reverse(name))
