"""Wording that promises an effect stands only inside a registered claim (PRODUCT.md, rule 3)."""

import re
from functools import lru_cache

from django.utils.translation import gettext as _

from ..findings import advises, blocks
from ..registry import check


@check()
def efficacy(manuscript):
    """Find each efficacy word that no valid claim covers, also where the sentence denies the effect.

    “No study has proven it” is a statement about evidence too, so it is registered like any other.
    """
    words = manuscript.surroundings.efficacy_words.get(manuscript.language, [])
    claims = [normal(claim.wording) for claim in manuscript.surroundings.claims.get(manuscript.language, [])]
    for passage in manuscript.passages:
        for sentence in passage.sentences:
            if found := uncovered(normal(sentence), words, claims):
                yield promise(passage, sentence, *found)


def promise(passage, sentence, word, said):
    """Refuse what we say; what a person said stays as it is, and staff see that the page puts it into proportion."""
    if passage.spoken:
        message = _(
            "The person says “{word}”, which promises an effect. Their words stay; see that the story tells what most "
            "people can expect."
        )
        return advises(message.format(word=said), passage.spot, sentence)
    message = _(
        "“{word}” promises an effect, and no registered claim covers this sentence. Word it otherwise, or register the "
        "claim with its evidence."
    ).format(word=said)
    return blocks(f"{message} {word.note}".strip(), passage.spot, sentence)


def uncovered(sentence, words, claims):
    """Return the first word of the list that stands outside every claim in the sentence, and how it stands there."""
    covered = [match.span() for claim in claims for match in re.finditer(re.escape(claim), sentence)]
    for word in words:
        for match in pattern(word.wording).finditer(sentence):
            if not any(start <= match.start() and match.end() <= end for start, end in covered):
                return word, match[0]
    return None


@lru_cache(maxsize=1000)
def pattern(wording):
    """Return the pattern of a word: “*” stands for any letters, “#” for any number."""
    escaped = re.escape(normal(wording)).replace(r"\*", r"\w*").replace(r"\#", r"\d+(?:[.,]\d+)*").replace(r"\ ", r"\s")
    return re.compile(rf"(?<!\w){escaped}(?!\w|[.,]\d)")


def normal(text):
    return " ".join(text.casefold().replace("’", "'").split())
