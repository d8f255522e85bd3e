"""One version as it would be published, to be read by checks and changed by none."""

from urllib.parse import urlencode

from cms.models import CMSPlugin, Placeholder
from cms.toolbar.utils import get_object_edit_url
from cms.utils.plugins import downcast_plugins
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..records import record_for
from .findings import Spot
from .surroundings import Surroundings
from .words import passages


class Manuscript:
    """A version's language, words, blocks, record and rendered main part, and the forms that mend them."""

    def __init__(self, version, surroundings=None):
        # Read anew: whoever publishes may hold an older copy of the text.
        self.version, self.content = version, type(version.content)._base_manager.get(pk=version.object_id)
        self.surroundings = surroundings or Surroundings()
        self.language = self.content.language
        self.record = record_for(self.content)

    @cached_property
    def citations(self):
        return list(self.record.citations.all()) if self.record else []

    @cached_property
    def plugins(self):
        """Return every block of this version, in the order in which it is read."""
        placeholders = Placeholder.objects.get_for_obj(self.content)
        rows = CMSPlugin.objects.filter(placeholder__in=placeholders, language=self.language)
        return downcast_plugins(rows.order_by("placeholder", "position"), select_placeholder=True)

    @cached_property
    def passages(self):
        """Return every paragraph, list item and heading that staff wrote, with its spot."""
        return passages(self)

    @cached_property
    def rendered(self):
        # The CMS's toolbar can be imported only once all apps are ready; checks are registered before.
        from .rendering import render

        return render(self.content)

    @property
    def main(self):
        """Return the page's main part as an lxml element, as an anonymous reader would get it."""
        return self.rendered.main

    # Where a finding is mended

    def block(self, plugin):
        """Return the spot of a block: its own form."""
        name = str(plugin.get_plugin_class().name)
        label = f"{name}: {plugin}" if str(plugin) and str(plugin) != str(plugin.pk) else name
        # The CMS keeps what can be undone under the address from which a block was changed.
        origin = urlencode({"cms_path": get_object_edit_url(self.content, self.language)})
        return Spot(label, reverse("admin:cms_placeholder_edit_plugin", args=[plugin.pk]) + f"?{origin}")

    def form(self, field=None):
        """Return the spot of a field on the content's own form, or of the form."""
        label = _("Settings of this page")
        if field and isinstance(found := self.find_field(field), models.Field):
            label = capfirst(str(found.verbose_name))
        return Spot(label, self.form_address)

    def find_field(self, name):
        return next((field for field in self.content._meta.get_fields() if field.name == name), None)

    @cached_property
    def form_address(self):
        """Return the address of the form of a page, or of a subject in this language."""
        if hasattr(self.content, "grouper"):
            grouper = self.content.grouper
            place = f"admin:{grouper._meta.app_label}_{grouper._meta.model_name}_change"
            return reverse(place, args=[grouper.pk]) + f"?language={self.language}"
        meta = self.content._meta
        return self.address(f"admin:{meta.app_label}_{meta.model_name}_change")

    def address(self, name):
        try:
            return reverse(name, args=[self.content.pk])
        except NoReverseMatch:
            return ""

    @property
    def rows(self):
        """Return the spot of the rows that are versioned with this content: its own form, of this version."""
        meta = self.content._meta
        return Spot(capfirst(str(meta.verbose_name)), self.address(f"admin:{meta.app_label}_{meta.model_name}_change"))

    @property
    def sources(self):
        """Return the spot of the sources and reviews behind this version."""
        return Spot(_("Sources and reviews"), reverse("admin:editorial_record_of_version", args=[self.version.pk]))

    def plugin_of(self, element):
        """Return the block that drew an element of `main`, or None for what the page's template drew."""
        for each in (element, *element.iterancestors()):
            if plugin := self.rendered.drawn.get(each.get("data-block")):
                return plugin
        return None

    def spot_of(self, element):
        """Return the spot of an element of `main`: the block that drew it, or the content's form."""
        plugin = self.plugin_of(element)
        return self.block(plugin) if plugin else self.form()
