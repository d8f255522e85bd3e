"""What somebody meant: the words that they typed, as concepts, each in all the ways in which our pages may say it."""

from dataclasses import dataclass, field

from .words import stem, telling

MOST_LETTERS, MOST_WORDS = 200, 12
SHORTEST_START, MOST_ENDINGS = 3, 10


@dataclass(frozen=True)
class Concept:
    """One thing that was meant. Each way is a tuple of stems that stand for it together; the first is as typed."""

    ways: tuple
    weight: float


@dataclass(frozen=True)
class Reading:
    """What was typed, and the concepts in it."""

    text: str
    words: list = field(default_factory=list)
    concepts: list = field(default_factory=list)


def clean(text):
    """Return what was typed as one short line that shows on a page: no more than a person types."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text[: MOST_LETTERS * 5])
    return " ".join(printable.split())[:MOST_LETTERS].strip()


def read(text, vocabulary):
    """Return the Reading of a text in the vocabulary's language."""
    language = vocabulary.language
    words = telling(text, language)[:MOST_WORDS]
    concepts, rest = by_synonyms(words, vocabulary)
    concepts += [concept((stem(word, language),), starting_with(word, vocabulary), vocabulary) for word in rest]
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
    return Concept(ways, min(rarity(way, vocabulary) for way in ways[:1]))


def rarity(way, vocabulary):
    """Return how much a wording tells: a rare word more than one that is on every page."""
    rarest = min((vocabulary.documents(part) or vocabulary.total / 4) for part in way)
    return 1 / (1 + 4 * rarest / vocabulary.total) ** 0.5


def starting_with(word, vocabulary):
    """Return the words of the site that an unknown word may be the start of."""
    if len(word) < SHORTEST_START or vocabulary.documents(stem(word, vocabulary.language)):
        return []
    endings = sorted(vocabulary.starting_with(word), key=lambda known: -vocabulary.words[known])[:MOST_ENDINGS]
    return [(stem(ending, vocabulary.language),) for ending in endings]
