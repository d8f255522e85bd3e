from cms.plugin_base import CMSPluginBase
from cms.plugin_pool import plugin_pool
from django.utils.translation import gettext_lazy as _

from .models import Locations


@plugin_pool.register_plugin
class LocationsPlugin(CMSPluginBase):
    model = Locations
    name = _("Locations and hours")
    purpose = _("Every location with its address, phone and hours, as they stand in the clinic’s own record.")
    module = _("Our subjects")
    render_template = "clinic/plugins/locations.html"
    # A change of hours must show at once.
    cache = False

    def render(self, context, instance, placeholder):
        context = super().render(context, instance, placeholder)
        context["locations"] = instance.locations
        return context
