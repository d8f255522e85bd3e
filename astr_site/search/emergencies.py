"""Words that may mean an emergency: the care card that then stands above the results (issue 8, item 4)."""

from astr_site.blocks.models import CareCard

from . import spelling
from .words import FILLERS, NEGATIONS, fold, split, stem

NOT = "not"
MOST_URGENT_FIRST = (CareCard.Level.EMERGENCY, CareCard.Level.URGENT, CareCard.Level.NON_URGENT)


def signs(text, language):
    """Return what a wording says, whatever its endings and order; “can’t”, “cannot” and “unable” say the same."""
    found = set()
    for word in map(fold, split(text)):
        if word in NEGATIONS[language]:
            found.add(NOT)
        elif word not in FILLERS[language]:
            found.add(stem(word, language))
    return found


def flag_for(typed, vocabulary):
    """Return the most urgent red flag that the words raise, as typed or with their typos put right; or None."""
    told = signs(typed, vocabulary.language) | signs(spelling.mend(typed, vocabulary) or "", vocabulary.language)
    raised = [flag for flag, phrases in vocabulary.flags if any(phrase <= told for phrase in phrases)]
    return min(raised, key=lambda flag: MOST_URGENT_FIRST.index(flag.level), default=None)
