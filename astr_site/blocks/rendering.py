"""A block that fails takes nothing else with it (issue 4, Done when)."""

import logging

from cms.middleware.toolbar import ToolbarMiddleware
from cms.models import PageContent
from cms.plugin_rendering import ContentRenderer
from cms.toolbar.toolbar import CMSToolbar
from cms.utils.conf import get_cms_setting
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.functional import SimpleLazyObject, cached_property

from astr_site.editorial.parts import filled_parts

from .rhythm import keep_apart

logger = logging.getLogger(__name__)


class BlockRenderer(ContentRenderer):
    """Leaves a failing block out for patients, and says so to staff and in the log.

    The CMS itself would empty the whole part of the page that the block stands in.
    """

    def _preload_placeholders_for_page(self, page, language=None, slots=None, inherit=False):
        if self._placeholders_are_editable:  # Empty parts are wanted too, and made where they are missing.
            return super()._preload_placeholders_for_page(page, language, slots, inherit)
        content = self.toolbar.get_object()
        if not isinstance(content, PageContent) or content.page != page:
            content = page.get_content_obj(self.request_language, fallback=False)
        parts = filled_parts(self.request, content, language or self.request_language) if content else {}
        self._placeholders_by_page_cache[page.pk] = parts

    def get_plugins_to_render(self, placeholder, language, template):
        return keep_apart(super().get_plugins_to_render(placeholder, language, template))

    def render_plugin(self, instance, context, placeholder=None, editable=False):
        try:
            return super().render_plugin(instance, context, placeholder, editable)
        except Exception:
            if not get_cms_setting("CATCH_PLUGIN_500_EXCEPTION"):
                raise
            logger.exception("A block failed: %s", self.address(instance, placeholder or instance.placeholder))
            return self.fault(instance, editable) if self.request.user.is_staff else ""

    def address(self, instance, placeholder):
        """Say where the block stands, so that whoever reads the log finds it."""
        source = placeholder.source
        return (
            f"{instance.plugin_type} {instance.pk} in “{placeholder.slot}” ({instance.language}) "
            f"of {source._meta.label} {source.pk}, asked for at {self.request.path}"
        )

    def fault(self, instance, editable):
        """Return what staff see in its place; a double click on it opens the block."""
        parts = {"name": instance.get_plugin_name(), "kind": instance.plugin_type, "number": instance.pk}
        content = render_to_string("components/block_fault.html", parts)
        if not editable:
            return content
        plugins = self._rendered_plugins_by_placeholder.setdefault(instance.placeholder_id, {})
        plugins.setdefault("plugins", []).append(instance)
        return self.plugin_edit_template.format(
            pk=instance.pk,
            placeholder=instance.placeholder_id,
            content=content,
            position=instance.position,
            disabled="",
        )


class BlockToolbar(CMSToolbar):
    """The toolbar of the CMS, which hands out our renderer."""

    @cached_property
    def content_renderer(self):
        return BlockRenderer(request=self.request)


class BlockToolbarMiddleware(ToolbarMiddleware):
    """Stands in the place of the CMS's own toolbar middleware."""

    def process_request(self, request):
        # The CMS notes in a session whether its toolbar is wanted; a stranger must not make us keep one.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_staff:
            super().process_request(request)
        request.toolbar = SimpleLazyObject(lambda: BlockToolbar(request))
