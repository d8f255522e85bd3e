"""What somebody meant: the words that they typed, as concepts, each in all the ways in which our pages may say it."""

import re
from dataclasses import dataclass, field

from .words import stem, stems, telling

MOST_LETTERS, MOST_WORDS, MOST_QUOTED = 200, 12, 4
SHORTEST_START, MOST_ENDINGS = 3, 10
# Phones and the two languages have quotation marks of their own; one that has no second is no quotation.
MARKS = '"“”„‟«»＂'
QUOTED = re.compile(f"[{MARKS}]([^{MARKS}]*)[{MARKS}]")


@dataclass(frozen=True)
class Concept:
    """One thing that was meant. Each way is a tuple of stems that stand for it together; the first is as typed.

    What was typed in quotation marks has one way alone, of one part: its stems, in their order. A result must have it.
    """

    ways: tuple
    weight: float
    quoted: bool = False


@dataclass(frozen=True)
class Reading:
    """What was typed, and the concepts in it."""

    text: str
    words: list = field(default_factory=list)
    concepts: list = field(default_factory=list)

    @property
    def quoted(self):
        return [concept.ways[0][0] for concept in self.concepts if concept.quoted]

    @property
    def unquoted(self):
        """Return the text without the marks of what is quoted in it, or nothing."""
        return QUOTED.sub(r"\1", self.text) if self.quoted else ""

    @property
    def stems(self):
        """Return every stem that would fit."""
        return {stem for concept in self.concepts for way in concept.ways for part in way for stem in part.split()}


def clean(text):
    """Return what was typed as one short line that shows on a page: no more than a person types."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text[: MOST_LETTERS * 5])
    return " ".join(printable.split())[:MOST_LETTERS].strip()


def read(text, vocabulary, unfinished=False):
    """Return the Reading of a text in the vocabulary's language; where it is unfinished, its last word may go on."""
    language = vocabulary.language
    quoted = [found for quotation in QUOTED.findall(text) if (found := stems(quotation, language)[:MOST_WORDS])]
    words = telling(QUOTED.sub(" ", text) if quoted else text, language)[:MOST_WORDS]
    concepts, rest = by_synonyms(words, vocabulary)
    concepts += [in_order(each, vocabulary) for each in quoted[:MOST_QUOTED]]
    for word in rest:
        goes_on = (unfinished and word == words[-1]) or not vocabulary.documents(stem(word, language))
        concepts.append(
            concept((stem(word, language),), starting_with(word, vocabulary) if goes_on else [], vocabulary)
        )
    return Reading(text, words, concepts)


def by_synonyms(words, vocabulary):
    """Return the concepts that staff gave synonyms for, and the words that are left."""
    left = {stem(word, vocabulary.language): word for word in words}
    concepts = []
    for typed, ways in vocabulary.synonyms:
        if all(part in left for part in typed):
            for part in typed:
                left.pop(part, None)
            concepts.append(concept(typed, ways, vocabulary))
    return concepts, list(left.values())


def concept(typed, others, vocabulary):
    ways = tuple(dict.fromkeys((typed, *others)))
    # What takes two words to say is as much of the question as two words.
    return Concept(ways, len(typed) * rarity(typed, vocabulary))


def in_order(quoted, vocabulary):
    return Concept(((" ".join(quoted),),), rarity(quoted, vocabulary), quoted=True)


def rarity(way, vocabulary):
    """Return how much a wording tells: a rare word more than one that is on every page."""
    rarest = min((vocabulary.documents(part) or vocabulary.total / 4) for part in way)
    return 1 / (1 + 4 * rarest / vocabulary.total) ** 0.5


def starting_with(word, vocabulary):
    """Return the words of the site that a word may be the start of."""
    if len(word) < SHORTEST_START:
        return []
    endings = sorted(vocabulary.starting_with(word), key=lambda known: -vocabulary.words[known])[:MOST_ENDINGS]
    return [(stem(ending, vocabulary.language),) for ending in endings]
