"""Blocks of a content file, as plugins in a placeholder."""

from cms.api import add_plugin

from techniques.models import Technique

from .files import ContentError
from .prose import html

PLUGINS = {
    "accordion": "AccordionPlugin",
    "band": "BandPlugin",
    "button": "ButtonPlugin",
    "care_card": "CareCardPlugin",
    "columns": "ColumnsPlugin",
    "compare_table": "CompareTablePlugin",
    "glossary": "GlossaryPlugin",
    "hero": "HeroPlugin",
    "key_facts": "KeyFactsPlugin",
    "lenses": "LensesPlugin",
    "locations": "LocationsPlugin",
    "movement": "MovementPlugin",
    "note": "NotePlugin",
    "points": "PointsPlugin",
    "practitioner_cards": "PractitionerCardsPlugin",
    "questions": "QuestionsPlugin",
    "scope_table": "ScopeTablePlugin",
    "sources": "SourcesPlugin",
    "steps": "StepsPlugin",
    "story_wall": "StoryWallPlugin",
    "technique_cards": "TechniqueCardsPlugin",
    "term": "TermPlugin",
    "text": "TextPlugin",
    "two_lists": "TwoListsPlugin",
    "visit_sheet": "VisitSheetPlugin",
}
WITH_ITEMS = {
    "accordion": "ItemPlugin",
    "key_facts": "ItemPlugin",
    "points": "ItemPlugin",
    "steps": "ItemPlugin",
    "glossary": "TermPlugin",
    "lenses": "LensPlugin",
}
LINE_FIELDS = ("items", "first_items", "second_items", "questions")


class BlockBuilder:
    """Adds the blocks of one page in one language."""

    def __init__(self, language, addresses, pages):
        self.language, self.addresses, self.pages = language, addresses, pages

    def fill(self, placeholder, blocks, parent=None):
        for block in blocks or ():
            self.add(placeholder, dict(block), parent)

    def add(self, placeholder, block, parent):
        """Add one block and what stands inside it.

        Raises ContentError for a block that does not exist.
        """
        name = block.pop("block", None)
        if name not in PLUGINS:
            raise ContentError(f"There is no block “{name}”. Blocks are: {', '.join(PLUGINS)}.")
        inside, items, buttons = block.pop("blocks", ()), (), block.pop("buttons", ())
        if name in WITH_ITEMS:
            items = block.pop("items", ())
        plugin = self.plugin(placeholder, PLUGINS[name], parent, self.values(name, block))
        for item in items:
            self.plugin(placeholder, WITH_ITEMS[name], plugin, self.values(WITH_ITEMS[name], dict(item)))
        self.fill(placeholder, [{"block": "button", **button} for button in buttons], plugin)
        self.fill(placeholder, inside, plugin)

    def plugin(self, placeholder, plugin_type, parent, values):
        return add_plugin(placeholder, plugin_type, self.language, target=parent, **values)

    def values(self, name, block):
        """Turn the fields of a content file into the fields of a plugin model."""
        for field in LINE_FIELDS:
            if isinstance(block.get(field), list):
                block[field] = "\n".join(block[field])
        if name == "text":
            return {"body": html(block["text"], self.addresses)}
        if name in ("note", "term", "ItemPlugin", "TermPlugin"):
            block["text"] = html(block.get("text"), self.addresses)
        if name == "button":
            block = self.button_values(block)
        if "technique" in block and name != "button":
            block["technique"] = Technique.objects.get(key=block["technique"])
        return block

    def button_values(self, block):
        """Lead a button to a page, or to the address of a technique or a place on the page."""
        values = {"label": block["label"], "emphasis": block.get("emphasis", "second")}
        if "page" in block:
            return values | {"destination": self.pages[block["page"]]}
        if "technique" in block:
            return values | {"address": self.addresses["technique", block["technique"]]}
        return values | {"address": block.get("address") or "#" + block["anchor"].removeprefix("#")}
