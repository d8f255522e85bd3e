"""Which blocks each part of a page offers: only what suits it (issue 4, item 1)."""

WORDS = ["TextPlugin", "NotePlugin", "TermPlugin"]
ROWS = ["KeyFactsPlugin", "StepsPlugin", "AccordionPlugin", "PointsPlugin", "TwoListsPlugin"]
PICTURES = ["FigurePlugin", "MovementPlugin"]
HEALTH = ["CareCardPlugin", "QuestionsPlugin", "VisitSheetPlugin", "LensesPlugin", "GlossaryPlugin"]
ONWARD = ["ButtonPlugin", "CardsPlugin", "SourcesPlugin"]
SUBJECTS = [
    *("TechniqueCardsPlugin", "CompareTablePlugin", "PractitionerCardsPlugin", "ScopeTablePlugin"),
    *("StoryPlugin", "StoryWallPlugin", "LocationsPlugin"),
]

COLUMN_BLOCKS = [*WORDS, *ROWS, *PICTURES, *HEALTH, *ONWARD, *SUBJECTS]
SECTION_BLOCKS = [*COLUMN_BLOCKS, "ColumnsPlugin"]
PAGE_BLOCKS = [*SECTION_BLOCKS, "BandPlugin", "Alias"]


def offers(name, *blocks):
    return {"name": name, "plugins": list(blocks)}


def placeholder_conf(_):
    """Return the setting CMS_PLACEHOLDER_CONF, its names marked for translation by `_`."""
    telling = [*WORDS, *ROWS, *PICTURES, "ButtonPlugin"]
    return {
        "pages/home.html content": offers(_("Page"), "HeroPlugin", *PAGE_BLOCKS),
        "content": offers(_("Page"), *PAGE_BLOCKS),
        # The parts of a technique (techniques/models.py).
        "what": offers(_("What it is"), *telling),
        "why": offers(_("Why it is done"), *telling),
        "suits": offers(_("Who it may not suit"), *telling, "CareCardPlugin"),
        "happens": offers(_("What happens"), *telling),
        "risks": offers(_("Risks"), *telling, "CareCardPlugin"),
        "recovery": offers(_("Recovery"), *telling),
        "help": offers(_("When to get help"), *WORDS, "CareCardPlugin", "ButtonPlugin"),
        "options": offers(_("Other options"), *telling, "CardsPlugin"),
        "evidence": offers(_("What the evidence says"), *telling, "SourcesPlugin"),
        # Of a technique and of a profession (providers/models.py).
        "questions": offers(_("Questions to ask"), *WORDS, "QuestionsPlugin"),
        "visit": offers(_("Your first visit"), *telling),
        # The further words of a profession, and of a story (testimonials/models.py).
        "body": offers(_("Text"), *telling, "CareCardPlugin", "QuestionsPlugin"),
    }
