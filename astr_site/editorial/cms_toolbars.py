"""The toolbar's way to the sources and reviews of what is on the screen."""

from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.helpers import create_version_lock

from .gate.returning import checklist_address
from .records import ensure_record
from .reviews.recording import recording_address


@toolbar_pool.register
class EditorialToolbar(CMSToolbar):
    def post_template_populate(self):
        content = self.toolbar.get_object()
        user = self.request.user
        if content is None or not hasattr(content, "versions"):
            return
        if not self.toolbar.edit_mode_active and not self.toolbar.preview_mode_active:
            return
        version = content.versions.first()
        if version is None:
            return
        self.hold(version)
        if version.has_change_permission(user):
            self.add_checklist(version)
        if not user.has_perm("editorial.view_editorialrecord"):
            return
        menu = self.toolbar.get_or_create_menu("editorial", _("Sources and reviews"))
        url = reverse("admin:editorial_editorialrecord_change", args=[ensure_record(content).pk])
        menu.add_modal_item(_("Sources and reviews"), url=url)
        if user.has_perm("editorial.add_review") and version.state in (DRAFT, PUBLISHED):
            menu.add_link_item(_("Record a review"), url=recording_address(version))

    def hold(self, version):
        """Give a draft that nobody holds to whoever opens it for editing, so that the next person meets a lock."""
        if self.toolbar.edit_mode_active and version.state == DRAFT and version.locked_by_id is None:
            create_version_lock(version, self.request.user)

    def add_checklist(self, version):
        """Show what stands in the way before the publish button is pressed: beside it, in reading order before it."""
        if version.state == DRAFT:
            self.toolbar.add_button(
                _("Ready to publish?"),
                checklist_address(version),
                side=self.toolbar.RIGHT,
                extra_classes=["cms-btn"],
                position=max(0, len(self.toolbar.right_items) - 1),
            )
