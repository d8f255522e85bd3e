"""What search knows before anybody asks: the words of the site, the synonyms and the red flags.

Each process keeps its own copy; a mark in the database says whether it is still right. It changes in the same
transaction as what it stands for, so that no process can take an old copy for the new one.
"""

import secrets
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, takewhile

from .emergencies import signs
from .models import Document, IndexState, RedFlag, Synonym, Word
from .words import fold, split, stem, stems, telling


@dataclass
class Vocabulary:
    """The words of one language. `words` has how many documents hold each, by its folded spelling."""

    language: str
    total: int = 1
    words: dict = field(default_factory=dict)
    spelled: dict = field(default_factory=dict)
    by_stem: dict = field(default_factory=dict)
    in_order: list = field(default_factory=list)
    # (stems of what people type, [stems of what our pages say])
    synonyms: list = field(default_factory=list)
    # Words that only synonyms know: a typo may be one of these as well.
    lay_words: set = field(default_factory=set)
    # (red flag, [what each of its wordings says])
    flags: list = field(default_factory=list)

    def documents(self, stem_):
        return self.by_stem.get(stem_, 0)

    def starting_with(self, start):
        """Return the words that a few letters are the start of."""
        first = bisect_left(self.in_order, start)
        return takewhile(lambda word: word.startswith(start), islice(self.in_order, first, None))

    @cached_property
    def known(self):
        return sorted(self.words.keys() | self.lay_words)


# By language: (the mark that it was read under, the Vocabulary).
kept = {}


def of(language):
    """Return the Vocabulary of a language as it is now."""
    mark = IndexState.objects.filter(pk=1).values_list("vocabulary", flat=True).first()
    made_under, vocabulary = kept.get(language, (None, None))
    if mark is None or made_under != mark:
        vocabulary = read(language)
        kept[language] = mark, vocabulary
    return vocabulary


def forget(*args, **kwargs):
    """Let every process read it anew."""
    IndexState.objects.update_or_create(pk=1, defaults={"vocabulary": secrets.token_hex(8)})


def read(language):
    found = Vocabulary(language, total=max(1, Document.objects.filter(language=language).count()))
    for word, documents in Word.objects.filter(language=language).values_list("word", "documents"):
        plain = fold(word)
        if documents >= found.words.get(plain, 0):
            found.words[plain], found.spelled[plain] = documents, word
        key = stem(plain, language)
        found.by_stem[key] = found.by_stem.get(key, 0) + documents
    for synonym in Synonym.objects.filter(language=language, in_use=True):
        typed = tuple(stem(word, language) for word in telling(synonym.term, language))
        ways = [way for each in synonym.meanings_list if (way := tuple(stems(each, language)))]
        if typed and ways:
            found.synonyms.append((typed, ways))
            found.lay_words.update(long_words(synonym.term))
    found.in_order = sorted(found.words)
    # What says more is tried first.
    found.synonyms.sort(key=lambda synonym: -len(synonym[0]))
    flags = RedFlag.objects.filter(language=language, in_use=True).prefetch_related("sources")
    found.flags = [(flag, [signs(phrase, language) for phrase in flag.phrases_list]) for flag in flags]
    for flag in flags:
        found.lay_words.update(long_words(flag.phrases))
    return found


def long_words(text):
    """Return the words in which a typo can be told."""
    return [plain for word in split(text) if len(plain := fold(word)) > 3]
