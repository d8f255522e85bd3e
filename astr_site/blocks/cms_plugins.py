"""The blocks as staff find them: names, groups and what may stand inside what."""

from cms.plugin_base import CMSPluginBase
from cms.plugin_pool import plugin_pool
from django.utils.translation import gettext_lazy as _

from . import models

TEXT, LAYOUT, HEALTH = _("Text"), _("Sections"), _("For patients")


class Container(CMSPluginBase):
    """A block that other blocks are dropped into."""

    allow_children = True


@plugin_pool.register_plugin
class HeroPlugin(Container):
    model = models.Hero
    name = _("Opening of the home page")
    module = LAYOUT
    render_template = "blocks/plugins/hero.html"
    child_classes = ["ButtonPlugin"]


@plugin_pool.register_plugin
class BandPlugin(Container):
    model = models.Band
    name = _("Section")
    module = LAYOUT
    render_template = "blocks/plugins/band.html"
    # A section can hold lists of stories and subjects, which are looked up on every request.
    cache = False


@plugin_pool.register_plugin
class ColumnsPlugin(Container):
    model = models.Columns
    name = _("Two columns")
    module = LAYOUT
    render_template = "blocks/plugins/columns.html"
    cache = False


class Rows(Container):
    """A block made of rows."""

    module = TEXT
    child_classes = ["ItemPlugin"]


@plugin_pool.register_plugin
class KeyFactsPlugin(Rows):
    model = models.KeyFacts
    name = _("Key facts")
    render_template = "blocks/plugins/key_facts.html"


@plugin_pool.register_plugin
class StepsPlugin(Rows):
    model = models.Steps
    name = _("Steps")
    render_template = "blocks/plugins/steps.html"


@plugin_pool.register_plugin
class AccordionPlugin(Rows):
    model = models.Accordion
    name = _("Questions and answers")
    render_template = "blocks/plugins/accordion.html"


@plugin_pool.register_plugin
class PointsPlugin(Rows):
    model = models.Points
    name = _("Short points")
    render_template = "blocks/plugins/points.html"


@plugin_pool.register_plugin
class ItemPlugin(CMSPluginBase):
    model = models.Item
    name = _("Row")
    module = TEXT
    # Its parent draws it, because a row looks different in a list of steps than among key facts.
    render_plugin = False
    require_parent = True
    parent_classes = ["KeyFactsPlugin", "StepsPlugin", "AccordionPlugin", "PointsPlugin"]


@plugin_pool.register_plugin
class NotePlugin(CMSPluginBase):
    model = models.Note
    name = _("Note")
    module = TEXT
    render_template = "blocks/plugins/note.html"


@plugin_pool.register_plugin
class CareCardPlugin(CMSPluginBase):
    model = models.CareCard
    name = _("Care card: when to get help")
    module = HEALTH
    render_template = "blocks/plugins/care_card.html"


@plugin_pool.register_plugin
class TwoListsPlugin(CMSPluginBase):
    model = models.TwoLists
    name = _("Two lists")
    module = TEXT
    render_template = "blocks/plugins/two_lists.html"


@plugin_pool.register_plugin
class QuestionsPlugin(CMSPluginBase):
    model = models.Questions
    name = _("Questions to ask")
    module = HEALTH
    render_template = "blocks/plugins/questions.html"


@plugin_pool.register_plugin
class FigurePlugin(CMSPluginBase):
    model = models.Figure
    name = _("Picture with caption")
    module = TEXT
    render_template = "blocks/plugins/figure.html"


@plugin_pool.register_plugin
class LensesPlugin(Container):
    model = models.Lenses
    name = _("Tissues under the lens")
    module = HEALTH
    render_template = "blocks/plugins/lenses.html"
    child_classes = ["LensPlugin"]


@plugin_pool.register_plugin
class LensPlugin(CMSPluginBase):
    model = models.Lens
    name = _("Tissue")
    module = HEALTH
    render_template = "blocks/plugins/lens.html"
    require_parent = True
    parent_classes = ["LensesPlugin"]


@plugin_pool.register_plugin
class ButtonPlugin(CMSPluginBase):
    model = models.Button
    name = _("Button")
    module = TEXT
    render_template = "blocks/plugins/button.html"
