"""The parts of a page with their blocks. The CMS asks for the parts first and then for the blocks in them."""

from collections import defaultdict

from cms.models import CMSPlugin
from cms.utils import plugins
from django.contrib.contenttypes.models import ContentType


def filled_parts(request, content, language):
    """Return {slot: placeholder} of the parts of a content that have blocks, the blocks at hand."""
    found = CMSPlugin.objects.select_related("placeholder").filter(
        placeholder__content_type=ContentType.objects.get_for_model(content),
        placeholder__object_id=content.pk,
        language=language,
    )
    parts, rows, blocks = {}, list(found), defaultdict(list)
    for row in rows:
        parts.setdefault(row.placeholder_id, row.placeholder).source = content
    for block in plugins.downcast_plugins(rows, parts.values(), request=request):
        blocks[block.placeholder_id].append(block)
    for part in parts.values():
        part._all_plugins_cache = blocks[part.pk]
        part._plugins_cache = plugins.get_plugins_as_layered_tree(blocks[part.pk])
    return {part.slot: part for part in parts.values()}
