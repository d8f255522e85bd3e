"""“Publish on a date…” in the menu of versions, for pages and all subjects."""

from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.cms_toolbars import VERSIONING_MENU_IDENTIFIER
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.helpers import get_version_for_content

from .views import schedule_address


@toolbar_pool.register
class ScheduleToolbar(CMSToolbar):
    def post_template_populate(self):
        content = self.toolbar.get_object()
        version = get_version_for_content(content) if hasattr(content, "versions") else None
        if version is None or version.state not in (DRAFT, PUBLISHED):
            return
        if not version.has_publish_permission(self.request.user):
            return
        menu = self.toolbar.get_or_create_menu(VERSIONING_MENU_IDENTIFIER, version.short_name())
        words = _("Publish on a date…") if version.state == DRAFT else _("Take down on a date…")
        menu.add_link_item(words, url=schedule_address(version))
