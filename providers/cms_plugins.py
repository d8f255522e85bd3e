from cms.plugin_base import CMSPluginBase
from cms.plugin_pool import plugin_pool
from django.utils.translation import gettext_lazy as _

from techniques.models import techniques_shown

from . import models


class ScopeListingPlugin(CMSPluginBase):
    """What both blocks hand to their templates."""

    module = _("Our subjects")
    # A published profession must show at once wherever it is listed.
    cache = False

    def render(self, context, instance, placeholder):
        context = super().render(context, instance, placeholder)
        request, language = context["request"], instance.language
        practitioners, techniques = models.practitioners_shown(request, language), techniques_shown(request, language)
        context.update({"practitioners": practitioners, "techniques": techniques})
        return context


@plugin_pool.register_plugin
class PractitionerCardsPlugin(ScopeListingPlugin):
    model = models.PractitionerCards
    name = _("Practitioner cards")
    purpose = _("The professions below each other, with the techniques that each uses.")
    render_template = "providers/plugins/practitioner_cards.html"
    allow_children = True
    child_classes = ["ButtonPlugin"]


@plugin_pool.register_plugin
class ScopeTablePlugin(ScopeListingPlugin):
    model = models.ScopeTable
    name = _("Who may do what")
    purpose = _("A table of the professions and the techniques that each may use.")
    render_template = "providers/plugins/scope_table.html"
