"""The parts of a page with their blocks. The CMS asks for the parts first and then for the blocks in them."""

from collections import defaultdict

from cms.models import CMSPlugin
from cms.utils import plugins
from django.contrib.contenttypes.models import ContentType


def filled_parts(request, content, language, is_kept=lambda part: False):
    """Return {slot: placeholder} of the parts of a content that have blocks, the blocks at hand.

    `is_kept` says of a placeholder that the cache has it as finished HTML, so that its blocks need not be fetched.
    """
    found = CMSPlugin.objects.select_related("placeholder").filter(
        placeholder__content_type=ContentType.objects.get_for_model(content),
        placeholder__object_id=content.pk,
        language=language,
    )
    parts, rows = {}, defaultdict(list)
    for plugin in found:
        parts.setdefault(plugin.placeholder_id, plugin.placeholder).source = content
        rows[plugin.placeholder_id].append(plugin)
    missing = [part for part in parts.values() if not is_kept(part)]
    blocks = defaultdict(list)
    for block in plugins.downcast_plugins([row for part in missing for row in rows[part.pk]], missing, request=request):
        blocks[block.placeholder_id].append(block)
    for part in missing:
        part._all_plugins_cache = blocks[part.pk]
        part._plugins_cache = plugins.get_plugins_as_layered_tree(blocks[part.pk])
    return {part.slot: part for part in parts.values()}
