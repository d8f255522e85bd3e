"""The word that was meant behind a typo."""

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .reading import starting_with
from .words import fold, sound, split, stem

SHORTEST = 4
CLOSEST = 25


def mend(text, vocabulary):
    """Return the text with each unknown word put right, or None where nothing is to mend."""
    words = split(text)
    mended = [nearest(word, vocabulary) or word for word in words]
    return " ".join(mended) if mended != words else None


def nearest(word, vocabulary):
    """Return the word of the site that is nearest to an unknown one, or None."""
    plain = fold(word)
    if len(plain) < SHORTEST or not plain.isalpha() or is_known(plain, vocabulary):
        return None
    heard = sound(plain)
    close = process.extract(plain, vocabulary.known, scorer=OSA.distance, score_cutoff=allowed(plain), limit=CLOSEST)

    def rank(found):
        """What sounds alike is a letter nearer; among equals, the word that more pages use."""
        known, distance, _place = found
        far = distance - (sound(known) == heard) + 0.5 * (known[0] != plain[0])
        return far, -vocabulary.words.get(known, 0), known

    best = min(close, key=rank, default=None)
    return vocabulary.spelled.get(best[0], best[0]) if best else None


def is_known(plain, vocabulary):
    known = plain in vocabulary.known or vocabulary.documents(stem(plain, vocabulary.language))
    return bool(known or starting_with(plain, vocabulary))


def allowed(word):
    """Return how many letters may be wrong."""
    return 1 if len(word) < 6 else 2 if len(word) < 10 else 3
