"""The words around a hit, as the results show them."""

import re
from itertools import groupby

from .words import APOSTROPHES, fold, stem

LONGEST, BEFORE = 220, 80
# A heading, which says little without what it announces.
SHORT = 25
PIECES = re.compile(r"([^\W_]+(?:['’][^\W_]+)*)")


def snippet(document, reading):
    """Return (text, whether it was searched for) in order: of the summary, else of the passage that says most."""
    wanted = reading.stems
    passages = [document.summary, *document.text.splitlines()]
    # Of those that say as much, a whole sentence rather than an item of a list.
    best = max(passages, key=lambda passage: (len(hits(passage, wanted, document.language)), min(len(passage), BEFORE)))
    if len(hits(best, wanted, document.language)) <= len(hits(document.summary, wanted, document.language)):
        best = document.summary or best
    if len(best) < SHORT and best in passages[:-1]:
        best = f"{best.rstrip('.:')}: {passages[passages.index(best) + 1]}"
    return parts(shortened(best, wanted, document.language), wanted, document.language)


def stem_of(word, language):
    return stem(fold(APOSTROPHES.sub("", word)), language)


def hits(passage, wanted, language):
    return wanted & {stem_of(word, language) for word in PIECES.findall(passage)}


def shortened(passage, wanted, language):
    """Return the part of a long passage around its first hit, cut between words."""
    if len(passage) <= LONGEST:
        return passage
    first = next((each.start() for each in PIECES.finditer(passage) if stem_of(each[0], language) in wanted), 0)
    start = 0 if first < BEFORE else passage.rfind(" ", 0, first - BEFORE + 1) + 1
    end = len(passage) if start + LONGEST >= len(passage) else passage.rfind(" ", start, start + LONGEST)
    end = end if end > start else start + LONGEST
    return ("… " if start else "") + passage[start:end] + (" …" if end < len(passage) else "")


def parts(passage, wanted, language):
    """Return the passage in pieces of which neighbors differ in whether they are marked."""
    pieces = enumerate(PIECES.split(passage))
    marked = [(piece, place % 2 == 1 and stem_of(piece, language) in wanted) for place, piece in pieces if piece]
    return [("".join(piece for piece, _mark in group), mark) for mark, group in groupby(marked, lambda pair: pair[1])]
