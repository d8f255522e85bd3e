"""From what somebody typed to what they find."""

from collections import Counter
from dataclasses import dataclass, field

from modelsearch.backends import get_search_backend
from modelsearch.query import And, Or, PlainText

from . import spelling, vocabulary
from .emergencies import flag_for
from .models import NAMED, Document
from .public import still_public
from .ranking import ranked
from .reading import Reading, clean, read

# Nobody reads further, and ranking more would only take longer.
MOST = 150
# With so few that have everything, what has a part of it helps too.
ENOUGH = 6
HEAVY = ("text", "words")


@dataclass(frozen=True)
class Found:
    """What was found for `asked`; `reading` is what was searched for, which `corrected` says where it differs."""

    asked: str
    reading: Reading
    documents: list = field(default_factory=list)
    corrected: str = ""
    exactly: bool = False
    # The care card that the words ask for.
    flag: object = None
    # There may be more than were looked at.
    cut: bool = False

    @property
    def shown(self):
        return self.corrected or self.asked

    @property
    def counts(self):
        return Counter(document.kind for document in self.documents)


def find(typed, language, exactly=False):
    """Return what is public now and fits; `exactly` takes an unknown word as it is."""
    asked, words = clean(typed), vocabulary.of(language)
    reading, corrected = read(asked, words), ""
    flag = flag_for(asked, words)
    if not reading.concepts:
        return Found(asked, reading, flag=flag)
    documents = with_all(reading, language)
    if not documents and not exactly and (better := spelling.mend(asked, words)):
        mended = read(better, words)
        if found := (with_all(mended, language) or with_any(mended, language)):
            reading, corrected, documents = mended, better, found
    if len(documents) < ENOUGH and len(reading.concepts) > 1:
        known = {document.pk for document in documents}
        documents += [each for each in with_any(reading, language) if each.pk not in known]
    cut = len(documents) >= MOST
    return Found(asked, reading, still_public(ranked(documents, reading)), corrected, exactly, flag, cut)


def with_all(reading, language):
    """Return documents that have each concept: first those that are called so, then those that say so."""
    called = ask(And([said(concept, NAMED) for concept in reading.concepts]), language)
    if len(called) >= MOST:
        return called
    known = {document.pk for document in called}
    saying = ask(And([said(concept) for concept in reading.concepts]), language)
    return called + [document for document in saying if document.pk not in known]


def with_any(reading, language):
    called = ask(Or([said(concept, NAMED) for concept in reading.concepts]), language)
    if len(called) >= MOST:
        return called
    known = {document.pk for document in called}
    saying = ask(Or([said(concept) for concept in reading.concepts]), language)
    return called + [document for document in saying if document.pk not in known]


def said(concept, mark=""):
    """Return the engine's question for one concept in any of its ways."""
    ways = [PlainText(" ".join(f"{mark}{part}" for part in way), operator="and") for way in concept.ways]
    return Or(ways) if len(ways) > 1 else ways[0]


def ask(query, language):
    if isinstance(query, And | Or) and len(query.subqueries) == 1:
        query = query.subqueries[0]
    documents = Document.objects.filter(language=language).defer(*HEAVY)
    return list(get_search_backend().search(query, documents, order_by_relevance=False)[:MOST])
