"""The toolbar's way to the guide."""

from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .guides import roles_of


@toolbar_pool.register
class GuidesToolbar(CMSToolbar):
    def populate(self):
        if not self.request.user.is_staff:
            return
        menu = self.toolbar.get_or_create_menu("help", _("Help"))
        for role in roles_of(self.request.user):
            name = _("How to work as: %(role)s") % {"role": role}
            menu.add_link_item(name, url=reverse("guide", args=[role.slug]))
