"""The parts of a subject's page, and the record that stands behind a page."""

from classytags.arguments import Argument
from classytags.core import Options
from cms.templatetags.cms_tags import CMSEditableObject
from cms.toolbar.utils import get_toolbar_from_request
from cms.utils.plugins import assign_plugins
from django import template
from django.utils.html import conditional_escape

from ..gate import returning
from ..parts import filled_parts
from ..records import record_for

register = template.Library()


@register.simple_tag(takes_context=True)
def slot(context, name):
    """Show one part of the subject in `content`, with all its parts fetched together."""
    content, request = context["content"], context["request"]
    renderer = get_toolbar_from_request(request).get_content_renderer()
    if not hasattr(content, "parts_shown"):
        content.parts_shown = parts(renderer, content, request)
    if name not in content.parts_shown:
        return ""
    placeholder = content.parts_shown[name]
    return renderer.render_placeholder(placeholder, context=context, language=content.language, editable=True)


def parts(renderer, content, request):
    """Return {slot: placeholder}: those with blocks, and while somebody edits the empty ones too."""
    if not renderer.toolbar.edit_mode_active:
        return filled_parts(request, content, content.language)
    assign_plugins(request, tuple(content.slots.values()), lang=content.language)
    return content.slots


@register.tag
class Editable(CMSEditableObject):
    """A field of a subject, which staff open by a double click: `{% editable content "title" %}`.

    It is the CMS's `render_model`, which would copy the whole context four times to write what readers see.
    """

    name = "editable"
    options = Options(Argument("instance"), Argument("field"))

    def render_tag(self, context, instance, field):
        if not self._is_editable(context.get("request")):
            return conditional_escape(getattr(instance, field)).strip()
        rest = dict.fromkeys(("language", "filters", "view_url", "view_method", "varname"))
        return super().render_tag(context, instance=instance, attribute=field, edit_fields=field, **rest)


@register.simple_tag
def record(content):
    """Return the sources and reviews behind a page or subject, or None; looked up once for each page."""
    if not content or not content.pk:
        return None
    if not hasattr(content, "record_shown"):
        content.record_shown = record_for(content)
    return content.record_shown


@register.filter
def with_way_back(address, version):
    """Let the address of a form lead back to the checklist of this version once it is saved."""
    return returning.with_way_back(address, version)


@register.simple_tag(takes_context=True)
def way_back(context):
    """Return the address of the checklist from which this form was opened, or ""."""
    return returning.way_back(context["request"]) if "request" in context else ""
