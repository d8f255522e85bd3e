"""The parts of a page with their blocks. The CMS asks for the parts first and then for the blocks in them."""

from collections import defaultdict
from types import SimpleNamespace

from cms.models import CMSPlugin, Placeholder
from cms.utils import plugins
from django.contrib.contenttypes.models import ContentType

FACTS = [field.attname for field in Placeholder._meta.concrete_fields]


def filled_parts(request, content, language):
    """Return {slot: placeholder} of the parts of a content that have blocks, the blocks at hand."""
    kind = ContentType.objects.get_for_model(content)
    found = CMSPlugin.objects.filter(
        placeholder__content_type=kind, placeholder__object_id=content.pk, language=language
    )
    rows, told, blocks = [], {}, defaultdict(list)
    # The blocks themselves are fetched by their kinds: until then, the kind is all there is to know of each.
    for pk, plugin_type, *part in found.values_list("pk", "plugin_type", *(f"placeholder__{fact}" for fact in FACTS)):
        rows.append(SimpleNamespace(pk=pk, plugin_type=plugin_type))
        told[part[0]] = part
    parts = {pk: Placeholder.from_db(found.db, FACTS, part) for pk, part in told.items()}
    for part in parts.values():
        part.source = content
    for block in plugins.downcast_plugins(rows, parts.values(), request=request):
        blocks[block.placeholder_id].append(block)
    for part in parts.values():
        part._all_plugins_cache = blocks[part.pk]
        part._plugins_cache = plugins.get_plugins_as_layered_tree(blocks[part.pk])
    return {part.slot: part for part in parts.values()}
