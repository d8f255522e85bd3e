"""The toolbar's way to the techniques that a profession may use."""

from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .models import PractitionerTypeContent


@toolbar_pool.register
class ProvidersToolbar(CMSToolbar):
    def post_template_populate(self):
        content = self.toolbar.get_object()
        if not isinstance(content, PractitionerTypeContent) or not self.toolbar.edit_mode_active:
            return
        menu = self.toolbar.get_or_create_menu("editorial", _("Sources and reviews"))
        url = reverse("admin:providers_practitionertypecontent_change", args=[content.pk])
        menu.add_modal_item(_("Techniques that they may use…"), url=url)
