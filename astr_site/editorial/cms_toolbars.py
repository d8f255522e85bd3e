"""The toolbar's way to the sources and reviews of what is on the screen."""

from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .records import ensure_record


@toolbar_pool.register
class EditorialToolbar(CMSToolbar):
    def post_template_populate(self):
        content = self.toolbar.get_object()
        user = self.request.user
        if content is None or not user.has_perm("editorial.change_editorialrecord"):
            return
        if not hasattr(content, "versions"):
            return
        if not self.toolbar.edit_mode_active and not self.toolbar.preview_mode_active:
            return
        menu = self.toolbar.get_or_create_menu("editorial", _("Sources and reviews"))
        url = reverse("admin:editorial_editorialrecord_change", args=[ensure_record(content).pk])
        menu.add_modal_item(_("Sources and reviews…"), url=url)
