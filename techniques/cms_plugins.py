from cms.plugin_base import CMSPluginBase
from cms.plugin_pool import plugin_pool
from django.utils.translation import gettext_lazy as _

from . import models


@plugin_pool.register_plugin
class TechniqueCardsPlugin(CMSPluginBase):
    model = models.TechniqueCards
    name = _("Technique cards")
    purpose = _("The techniques beside each other, one drawing each. It lists all that are published.")
    module = _("Our subjects")
    render_template = "techniques/plugins/technique_cards.html"
    # A published technique must show at once wherever it is listed.
    cache = False

    def render(self, context, instance, placeholder):
        context = super().render(context, instance, placeholder)
        context["techniques"] = models.techniques_shown(context["request"], instance.language)
        return context


@plugin_pool.register_plugin
class CompareTablePlugin(CMSPluginBase):
    model = models.CompareTable
    name = _("Comparison of techniques")
    purpose = _("All techniques side by side. The answers come from the techniques themselves.")
    module = _("Our subjects")
    render_template = "techniques/plugins/compare_table.html"
    cache = False

    def render(self, context, instance, placeholder):
        context = super().render(context, instance, placeholder)
        techniques = models.all_techniques(context["request"], instance.language)
        context.update({"techniques": techniques, "rows": instance.rows(techniques)})
        return context


@plugin_pool.register_plugin
class MovementPlugin(CMSPluginBase):
    model = models.Movement
    name = _("Drawing of a technique")
    purpose = _("The drawing of one technique, which moves when a patient asks for it.")
    module = _("Our subjects")
    render_template = "techniques/plugins/movement.html"
