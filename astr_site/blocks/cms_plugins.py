"""The blocks as staff find them: names, groups, what each is for, and what may stand inside what."""

from cms.plugin_base import CMSPluginBase, PluginMenuItem
from cms.plugin_pool import plugin_pool
from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from . import models
from .slots import COLUMN_BLOCKS, SECTION_BLOCKS

TEXT, LAYOUT, HEALTH, ONWARD = _("Text"), _("Sections"), _("For patients"), _("Links and sources")


class Container(CMSPluginBase):
    """A block that other blocks are dropped into."""

    allow_children = True


@plugin_pool.register_plugin
class HeroPlugin(Container):
    model = models.Hero
    name = _("Opening of the home page")
    purpose = _("Opens the home page with a large heading, two buttons and a drawing. One on the page, at its head.")
    module = LAYOUT
    render_template = "blocks/plugins/hero.html"
    # Not for texts that several pages share, which have no entry in slots.py.
    allowed_models = ["cms.PageContent"]
    child_classes = ["ButtonPlugin"]
    radio_fields = {"drawing": admin.VERTICAL}


@plugin_pool.register_plugin
class BandPlugin(Container):
    model = models.Band
    name = _("Section")
    purpose = _("A part of the page with a heading of its own. Drop other blocks into it.")
    module = LAYOUT
    render_template = "blocks/plugins/band.html"
    child_classes = SECTION_BLOCKS
    radio_fields = {"tone": admin.VERTICAL}
    # A section can hold lists of stories and subjects, which are looked up on every request.
    cache = False

    @classmethod
    def get_extra_plugin_menu_items(cls, request, plugin):
        """Offer to move any block; the CMS asks every kind for further items, and one answers for all."""
        return [PluginMenuItem(_("Move…"), reverse("move-block", args=[plugin.pk]), action="move")]


@plugin_pool.register_plugin
class ColumnsPlugin(Container):
    model = models.Columns
    name = _("Two columns")
    purpose = _("Puts two blocks beside each other where the screen is wide. Drop exactly two into it.")
    module = LAYOUT
    render_template = "blocks/plugins/columns.html"
    child_classes = COLUMN_BLOCKS
    radio_fields = {"layout": admin.VERTICAL}
    cache = False


class Rows(Container):
    """A block made of rows."""

    module = TEXT
    child_classes = ["ItemPlugin"]


@plugin_pool.register_plugin
class KeyFactsPlugin(Rows):
    model = models.KeyFacts
    name = _("Key facts")
    purpose = _("Four to eight short questions, each with an answer of one or two lines.")
    render_template = "blocks/plugins/key_facts.html"


@plugin_pool.register_plugin
class StepsPlugin(Rows):
    model = models.Steps
    name = _("Steps")
    purpose = _("What happens, in order, with a number before each step.")
    render_template = "blocks/plugins/steps.html"


@plugin_pool.register_plugin
class AccordionPlugin(Rows):
    model = models.Accordion
    name = _("Questions and answers")
    purpose = _("Questions whose answers open when a patient asks. Not for anything that everyone must read.")
    render_template = "blocks/plugins/accordion.html"


@plugin_pool.register_plugin
class PointsPlugin(Rows):
    model = models.Points
    name = _("Short points")
    purpose = _("Two to four short points beside each other, all of about the same length.")
    render_template = "blocks/plugins/points.html"


@plugin_pool.register_plugin
class ItemPlugin(CMSPluginBase):
    model = models.Item
    name = _("Row")
    purpose = _("One row of the block that it stands in: a fact, a step, a question with its answer, or a point.")
    module = TEXT
    # Its parent draws it, because a row looks different in a list of steps than among key facts.
    render_plugin = False
    require_parent = True
    parent_classes = ["KeyFactsPlugin", "StepsPlugin", "AccordionPlugin", "PointsPlugin"]


@plugin_pool.register_plugin
class NotePlugin(CMSPluginBase):
    model = models.Note
    name = _("Note")
    purpose = _("A remark that stands beside the text. For emergencies use a care card.")
    module = TEXT
    render_template = "blocks/plugins/note.html"


@plugin_pool.register_plugin
class TwoListsPlugin(CMSPluginBase):
    model = models.TwoLists
    name = _("Two lists")
    purpose = _("Two lists beside each other, such as who it may suit and what to tell the clinician first.")
    module = TEXT
    render_template = "blocks/plugins/two_lists.html"


@plugin_pool.register_plugin
class FigurePlugin(CMSPluginBase):
    model = models.Figure
    name = _("Picture with caption")
    purpose = _("A picture that explains something, with words for those who cannot see it.")
    module = TEXT
    render_template = "blocks/plugins/figure.html"
    radio_fields = {"part": admin.VERTICAL}


@plugin_pool.register_plugin
class CareCardPlugin(CMSPluginBase):
    model = models.CareCard
    name = _("Care card: when to get help")
    purpose = _("Tells patients when to get medical help and from whom: see a clinician, see a doctor now, call 911.")
    module = HEALTH
    render_template = "blocks/plugins/care_card.html"
    radio_fields = {"level": admin.VERTICAL}


@plugin_pool.register_plugin
class QuestionsPlugin(CMSPluginBase):
    model = models.Questions
    name = _("Questions to ask")
    purpose = _("Questions that patients take along to a visit. They print with lines to write on.")
    module = HEALTH
    render_template = "blocks/plugins/questions.html"


@plugin_pool.register_plugin
class VisitSheetPlugin(CMSPluginBase):
    model = models.VisitSheet
    name = _("Visit sheet")
    purpose = _("All questions of the site to tick and print, with room for one’s own. Nothing leaves the device.")
    module = HEALTH
    render_template = "blocks/plugins/visit_sheet.html"
    # A question that is changed on its own page must be right here at once.
    cache = False


@plugin_pool.register_plugin
class LensesPlugin(Container):
    model = models.Lenses
    name = _("Tissues under the lens")
    purpose = _("Up to three tissues in round drawings, each with a few words. For pages about ASTR.")
    module = HEALTH
    render_template = "blocks/plugins/lenses.html"
    child_classes = ["LensPlugin"]


@plugin_pool.register_plugin
class LensPlugin(CMSPluginBase):
    model = models.Lens
    name = _("Tissue")
    purpose = _("One tissue in a round drawing.")
    module = HEALTH
    render_template = "blocks/plugins/lens.html"
    require_parent = True
    parent_classes = ["LensesPlugin"]
    radio_fields = {"drawing": admin.VERTICAL}


@plugin_pool.register_plugin
class TermPlugin(CMSPluginBase):
    model = models.Term
    name = _("Word explained")
    purpose = _("A word that patients may not know. Its plain meaning opens when they ask for it.")
    module = HEALTH
    render_template = "blocks/plugins/term.html"


@plugin_pool.register_plugin
class GlossaryPlugin(Container):
    model = models.Glossary
    name = _("List of words explained")
    purpose = _("Many words with their meanings, all open. Other pages can link to each word.")
    module = HEALTH
    render_template = "blocks/plugins/glossary.html"
    child_classes = ["TermPlugin"]


@plugin_pool.register_plugin
class ButtonPlugin(CMSPluginBase):
    model = models.Button
    name = _("Button")
    purpose = _("A link to the next thing to do: another page, a place on this page, a phone number.")
    module = ONWARD
    render_template = "blocks/plugins/button.html"
    radio_fields = {"emphasis": admin.VERTICAL}


@plugin_pool.register_plugin
class CardsPlugin(Container):
    model = models.Cards
    name = _("Cards to pages")
    purpose = _("Pages of this site as cards, each with its title and summary. Drop a card into it for each page.")
    module = ONWARD
    render_template = "blocks/plugins/cards.html"
    child_classes = ["CardPlugin"]
    # A page that is taken down must vanish from its card at once.
    cache = False


@plugin_pool.register_plugin
class CardPlugin(CMSPluginBase):
    model = models.Card
    name = _("Card")
    purpose = _("One page of this site in a few words.")
    module = ONWARD
    render_plugin = False
    require_parent = True
    parent_classes = ["CardsPlugin"]
    cache = False


@plugin_pool.register_plugin
class SourcesPlugin(CMSPluginBase):
    model = models.Sources
    name = _("Sources of this page")
    purpose = _("Lists what this page rests on. The sources themselves are chosen in the toolbar.")
    module = ONWARD
    render_template = "blocks/plugins/sources.html"
    # A source that is corrected must be right at once.
    cache = False
