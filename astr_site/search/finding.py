"""From what somebody typed to what they find."""

from collections import Counter
from dataclasses import dataclass, field

from . import engine, spelling, vocabulary
from .emergencies import flag_for
from .models import LANGUAGE, NAMED, OURS
from .public import still_public
from .ranking import ranked
from .reading import QUOTED, Reading, clean, read

# Nobody reads further, and ranking more would only take longer.
MOST = 150
# With so few that have everything, what has a part of it helps too.
ENOUGH = 6


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
        """Return the words for the page, which sets them in quotation marks of its own."""
        words = self.corrected or self.asked
        return quotation[1] if (quotation := QUOTED.fullmatch(words)) else words

    @property
    def quotes(self):
        """Say whether something was asked for in quotation marks."""
        return bool(QUOTED.search(self.asked))

    @property
    def counts(self):
        return Counter(document.kind for document in self.documents)


def find(typed, language, exactly=False, unfinished=False):
    """Return what is public now and fits.

    `exactly` takes what was typed as it is, `unfinished` the last word as the start of one.
    """
    asked, words = clean(typed), vocabulary.of(language)
    reading, corrected = read(asked, words, unfinished), ""
    flag = flag_for(asked, words)
    if not reading.concepts:
        return Found(asked, reading, flag=flag)
    documents = with_all(reading, language)
    if not documents and not exactly and (better := spelling.mend(asked, words) or reading.unquoted):
        mended = read(better, words)
        if found := (with_all(mended, language) or with_any(mended, language)):
            reading, corrected, documents = mended, better, found
    if len(documents) < ENOUGH and len(reading.concepts) > 1:
        known = {document.pk for document in documents}
        documents += [each for each in with_any(reading, language) if each.pk not in known]
    cut = len(documents) >= MOST
    return Found(asked, reading, still_public(ranked(documents, reading)), corrected, exactly, flag, cut)


def with_all(reading, language):
    """Return documents that have each concept."""
    return gathered(reading, language, every=True)


def with_any(reading, language):
    """Return documents that have some of it."""
    return gathered(reading, language, every=False)


def gathered(reading, language, every):
    """Return first what is called so, then what says so in our own words, then what patients say."""
    places = ((NAMED + language, LANGUAGE), ("", OURS), ("", LANGUAGE))
    wanted = [asked_for(reading, mark, f"{among}{language}", every) for mark, among in places]
    questions = [(concepts, wanted[:before]) for before, concepts in enumerate(wanted)]
    return [document for document in engine.ask(questions, MOST) if document.says(reading.quoted)]


def marked(way, mark):
    """Return a way as the tokens that say it in names; these are held one by one, whatever their order."""
    return tuple(mark + stem for part in way for stem in part.split()) if mark else way


def asked_for(reading, mark, among, every):
    """Return every concept in any of its ways, or any way of any; always what is quoted, and a mark."""
    asked = [(concept, [marked(way, mark) for way in concept.ways]) for concept in reading.concepts]
    needed = [ways for concept, ways in asked if every or concept.quoted]
    if not every:
        needed.append([way for _concept, ways in asked for way in ways])
    return [*needed, [(among,)]]
