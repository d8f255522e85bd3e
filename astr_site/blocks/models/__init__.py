"""What staff type into each block. How it looks is the template's business, never a field's."""

from .links import Button, Card, Cards, Sources
from .lists import CareCard, Questions, TwoLists
from .pictures import Figure
from .rows import Accordion, Glossary, Item, KeyFacts, Lens, Lenses, Note, Points, Steps, Term
from .sections import Band, Columns, Hero
from .visit_sheet import VisitSheet

__all__ = [
    "Accordion",
    "Band",
    "Button",
    "Card",
    "Cards",
    "CareCard",
    "Columns",
    "Figure",
    "Glossary",
    "Hero",
    "Item",
    "KeyFacts",
    "Lens",
    "Lenses",
    "Note",
    "Points",
    "Questions",
    "Sources",
    "Steps",
    "Term",
    "TwoLists",
    "VisitSheet",
]
