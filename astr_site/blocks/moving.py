"""Moving a block without dragging it: up, down, into a neighbor, out, to another part (issue 4, Done when)."""

from dataclasses import dataclass

from cms.models import CMSPlugin, Placeholder
from cms.plugin_pool import plugin_pool
from cms.utils.plugins import get_plugin_restrictions
from django.contrib import admin
from django.http import HttpResponseBadRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods


@dataclass
class Move:
    """One place that a block can go to; `position` is counted as if the block already stood there."""

    where: str
    label: str
    position: int
    parent: CMSPlugin | None = None
    placeholder: Placeholder | None = None


class Neighborhood:
    """A block, what stands round it, and where it may go."""

    def __init__(self, plugin):
        self.plugin = plugin
        placeholder = plugin.placeholder
        self.all = list(placeholder.get_plugins(plugin.language).order_by("position"))
        self.by_key = {each.pk: each for each in self.all}
        siblings = [each for each in self.all if each.parent_id == plugin.parent_id]
        place = [each.pk for each in siblings].index(plugin.pk)
        self.before = siblings[place - 1] if place else None
        self.after = siblings[place + 1] if place + 1 < len(siblings) else None

    def size(self, plugin):
        """Count a block with all that stands in it."""
        return 1 + sum(self.size(each) for each in self.all if each.parent_id == plugin.pk)

    def takes(self, parent, placeholder=None):
        """Say whether the block may stand in `parent`, or at the top of its part of the page."""
        if parent is not None:
            return self.plugin.plugin_type in get_plugin_restrictions(parent)[0]
        kinds = plugin_pool.get_root_plugins(placeholder or self.plugin.placeholder)
        return self.plugin.plugin_type in {kind.__name__ for kind in kinds}

    def moves(self):
        yield from self.along()
        yield from self.into()
        yield from self.out()
        yield from self.elsewhere()

    def along(self):
        parent = self.by_key.get(self.plugin.parent_id)
        if self.before:
            yield Move("up", _("Up, before {block}").format(block=name(self.before)), self.before.position, parent)
        if self.after:
            position = self.plugin.position + self.size(self.after)
            yield Move("down", _("Down, after {block}").format(block=name(self.after)), position, parent)

    def into(self):
        if self.before and self.takes(self.before):
            words = _("Into {block}, above").format(block=name(self.before))
            yield Move("into-above", words, self.plugin.position, self.before)
        if self.after and self.takes(self.after):
            words = _("Into {block}, below").format(block=name(self.after))
            yield Move("into-below", words, self.plugin.position + 1, self.after)

    def out(self):
        parent = self.by_key.get(self.plugin.parent_id)
        if parent and self.takes(self.by_key.get(parent.parent_id)):
            position = parent.position + self.size(parent) - self.size(self.plugin)
            words = _("Out of {block}").format(block=name(parent))
            yield Move("out", words, position, self.by_key.get(parent.parent_id))

    def elsewhere(self):
        placeholder = self.plugin.placeholder
        for other in Placeholder.objects.get_for_obj(placeholder.source).exclude(pk=placeholder.pk):
            if self.takes(None, other):
                words = _("To the part “{part}”").format(part=other.get_label())
                position = (other.get_last_plugin_position(self.plugin.language) or 0) + 1
                yield Move(f"part-{other.pk}", words, position, placeholder=other)


def name(plugin):
    """Name a block as the structure board does."""
    words = str(plugin.get_bound_plugin()).strip()
    return f"{plugin.get_plugin_name()} “{words}”" if words else str(plugin.get_plugin_name())


@require_http_methods(["GET", "POST"])
def move(request, pk):
    """Say where a block may go, or take it there by the CMS's own way, which judges rights and keeps undo."""
    plugin = get_object_or_404(CMSPlugin.objects.select_related("placeholder"), pk=pk)
    if not plugin.placeholder.has_change_permission(request.user) or not plugin.placeholder.check_source(request.user):
        return HttpResponseBadRequest(_("This version cannot be changed. Make a new draft first."))
    moves = {each.where: each for each in Neighborhood(plugin).moves()}
    if request.method == "GET":
        choices = [{"where": each.where, "label": each.label} for each in moves.values()]
        return JsonResponse({"name": name(plugin), "choices": choices})
    chosen = moves.get(request.POST.get("where"))
    if chosen is None:
        return HttpResponseBadRequest(_("The block cannot go there any more. Reload the page and look again."))
    values = request.POST.copy()
    values.update({"plugin_id": plugin.pk, "target_language": plugin.language, "target_position": chosen.position})
    values["plugin_parent"] = chosen.parent.pk if chosen.parent else ""
    if chosen.placeholder:
        values["placeholder_id"] = chosen.placeholder.pk
    request.POST = values
    return admin.site._registry[Placeholder].move_plugin(request)
