"""All blocks of a page in one query, whatever their kinds.

django CMS asks the database once for each kind of block on a page. A block's own table shares its key with
the CMS's table of blocks, so one query can join the tables of the kinds that the page has.
"""

import logging
from collections import defaultdict

from cms.models import CMSPlugin, PageUrl
from cms.plugin_pool import plugin_pool
from django.db.models import OuterRef, Subquery, prefetch_related_objects
from django.db.models.functions import Coalesce

logger = logging.getLogger(__name__)


def joined_tables(models):
    """Return {model: name of the one-to-one link from the CMS's table to the model's own}."""
    return {
        relation.related_model: relation.get_accessor_name()
        for relation in CMSPlugin._meta.related_objects
        if relation.one_to_one and relation.parent_link and relation.related_model in models
    }


def path_of(pages):
    """Return an expression for the path of the page to which a block leads, whichever relation that is."""
    page = Coalesce(*map(OuterRef, pages)) if pages[1:] else OuterRef(*pages)
    return Subquery(PageUrl.objects.filter(page=page, language=OuterRef("language")).values("path")[:1])


def own_rows(plugins):
    """Return {key: block of its own kind} for rows of the CMS's table; unknown kinds are logged and left out."""
    kinds = {}
    for plugin in plugins:
        try:
            kinds[plugin.pk] = plugin_pool.get_plugin(plugin.plugin_type).model
        except KeyError:
            logger.error("Plugin not installed: %s (pk=%s)", plugin.plugin_type, plugin.pk)
    links = joined_tables({model._meta.concrete_model for model in kinds.values()})
    related = [f"{link}__{name}" for model, link in links.items() for name in getattr(model, "select_with", ())]
    rows, by_model = {}, defaultdict(list)
    # select_related() without a name would follow every relation that there is.
    joined = CMSPlugin.objects.select_related(*links.values(), *related) if links else CMSPlugin.objects.all()
    if pages := [f"{link}__{model.path_with}" for model, link in links.items() if hasattr(model, "path_with")]:
        joined = joined.annotate(destination_path=path_of(pages))
    for row in joined.filter(pk__in=kinds).order_by():
        model = kinds[row.pk]
        link = links.get(model._meta.concrete_model)
        block = getattr(row, link) if link else row
        # A proxy has no table of its own: its rows lie in that of the model it stands for.
        block.__class__ = model
        if hasattr(model, "path_with"):
            block.destination_path = row.destination_path
        rows[row.pk] = block
        by_model[model].append(block)
    for model, blocks in by_model.items():
        prefetch_related_objects(blocks, *getattr(model, "prefetch_with", ()))
    return rows


def downcast_plugins(plugins, placeholders=None, select_placeholder=False, request=None):
    """Yield each block as its own kind, in order: takes the place of the CMS's function of this name."""
    plugins = list(plugins)
    rows = own_rows(plugins)
    keys = {plugin.pk for plugin in plugins}
    by_key = {placeholder.pk: placeholder for placeholder in placeholders or ()}
    for plugin in plugins:
        block = rows.get(plugin.pk)
        # A row inside a block that is no longer installed has nowhere to stand.
        if block is None or (block.parent_id in keys and block.parent_id not in rows):
            continue
        if block.parent_id in rows:
            block._state.fields_cache["parent"] = rows[block.parent_id]
        if placeholder := by_key.get(block.placeholder_id):
            block.placeholder = placeholder
            kind = plugin_pool.get_plugin(block.plugin_type)
            if not kind.cache and not kind().get_cache_expiration(request, block, placeholder):
                placeholder.cache_placeholder = False
        plugin._inst = block
        yield block
