"""What templates ask of blocks."""

import re

from cms.plugin_pool import plugin_pool
from django import template
from django.template.loader import select_template
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from .. import cleaning

register = template.Library()


@register.inclusion_tag("components/block_hint.html", takes_context=True)
def hint(context, words):
    """What is still missing in a block, for staff who are editing."""
    toolbar = getattr(context.get("request"), "toolbar", None)
    return {"words": words, "editing": bool(toolbar and toolbar.edit_mode_active)}


@register.inclusion_tag("components/icon.html")
def block_icon(plugin_type):
    """The sign of a kind of block: the drawing of its stem, or a plain box."""
    stem = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", plugin_type.removesuffix("Plugin")).lower()
    return {"drawing": select_template([f"icons/blocks/{stem}.svg", "icons/blocks/block.svg"])}


# Blocks of other packages, whose classes carry no purpose.
PURPOSES = {
    "TextPlugin": _("Plain writing with headings, lists, links and simple tables. Most pages are made of it."),
    "Alias": _("A piece that several pages share. Changed in one place, it changes everywhere."),
}


@register.filter
def purpose(plugin_type):
    """What a kind of block is for, in the words of its class."""
    return PURPOSES.get(plugin_type) or getattr(plugin_pool.plugins.get(plugin_type), "purpose", "")


@register.filter
def block_name(plugin_type):
    """What staff call a kind of block."""
    return getattr(plugin_pool.plugins.get(plugin_type), "name", plugin_type)


@register.filter
def clean(html):
    """Rich text as a page may show it, cleaned once more: a row can be written past every form and model."""
    return mark_safe(cleaning.clean(str(html or "")))  # noqa: S308 - this is where it becomes safe
