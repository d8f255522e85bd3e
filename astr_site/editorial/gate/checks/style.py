"""What could read better (PRODUCT.md, rule 1); none of it blocks."""

import re
from itertools import pairwise

from django.utils.translation import gettext as _

from .. import reading
from ..findings import advises
from ..registry import check

MOST_WORDS, LONGEST_TITLE = 25, 65

PASSIVE = {
    "en": re.compile(
        r"\b(?:am|is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:\w{2,}ed|done|given|known|made|seen|shown|taken|told|"
        r"found|felt|held|kept|left|put|said|sent|used|written|broken|chosen|brought|built|thought|paid)\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:es|son|era|eran|fue|fueron|será|serán|sido|ser|siendo)\s+(?:\w+mente\s+)?\w+(?:ad[oa]s?|id[oa]s?)\b",
        re.IGNORECASE,
    ),
}
ABBREVIATION = re.compile(r"(?<![\w.-])[A-Z]{2,}s?(?![\w-])")
ROMAN = re.compile(r"^[IVX]+$")
# The site's own name, and what every reader knows.
KNOWN = {"ASTR", "US", "UK", "PDF", "TV", "AM", "PM"}


def ours(manuscript):
    """Return what we wrote ourselves: what a person said cannot be worded otherwise."""
    return [passage for passage in manuscript.passages if not passage.spoken]


def told(manuscript):
    """Return (passage, sentence) for every sentence that is told in prose."""
    return [(passage, each) for passage in ours(manuscript) if passage.is_prose for each in passage.sentences]


@check()
def reading_grade(manuscript):
    sentences = [sentence for _passage, sentence in told(manuscript)]
    language = manuscript.language
    if sum(len(reading.words(sentence)) for sentence in sentences) < reading.FEWEST_WORDS:
        return
    if language == "es":
        score = reading.perspicuity(sentences)
        too_hard = score < reading.PERSPICUITY_FLOOR
        message = _("The text is hard to read: {score:.0f} on the INFLESZ scale, where patients need {limit} or more.")
        message = message.format(score=score, limit=reading.PERSPICUITY_FLOOR)
    else:
        score = reading.grade(sentences)
        too_hard = score > reading.GRADE_CEILING
        message = _("The text reads at US grade {score:.1f}; patients need {limit} or less.")
        message = message.format(score=score, limit=reading.GRADE_CEILING)
    if too_hard:
        worst = reading.hardest(sentences, language)
        spot = next(passage.spot for passage, sentence in told(manuscript) if sentence == worst[0])
        yield advises(f"{message} " + _("Its hardest sentences:"), spot, " … ".join(worst))


@check()
def long_sentences(manuscript):
    for passage, sentence in told(manuscript):
        if (count := len(reading.words(sentence))) > MOST_WORDS:
            yield advises(
                _("A sentence has {count} words; make two or three of it, of at most {most}.").format(
                    count=count, most=MOST_WORDS
                ),
                passage.spot,
                sentence,
            )


@check()
def passive_runs(manuscript):
    pattern = PASSIVE.get(manuscript.language)
    for passage in ours(manuscript) if pattern else ():
        for first, second in pairwise(passage.sentences):
            if pattern.search(first) and pattern.search(second):
                yield advises(
                    _("Two sentences in a row do not say who does it. Name who acts in one of them."),
                    passage.spot,
                    f"{first} {second}",
                )


@check()
def abbreviations(manuscript):
    whole = "\n".join(passage.text for passage in manuscript.passages)
    seen = set(KNOWN)
    for passage in ours(manuscript):
        for found in ABBREVIATION.findall(passage.text):
            short = found.removesuffix("s")
            if short in seen or ROMAN.match(short):
                continue
            seen.add(short)
            if not explained(short, whole):
                yield advises(
                    _("“{short}” is not explained. Write it out once, with the letters in brackets.").format(
                        short=short
                    ),
                    passage.spot,
                    short,
                )


def explained(short, text):
    """Say whether a text writes an abbreviation out: “physical therapist (PT)”, “PT (physical therapist)”, “PT: …”."""
    return re.search(rf"\([^)]*\b{short}s?\b[^)]*\)|\b{short}s?(?: \(|: | stands? for | means | significa | = )", text)


@check()
def summary(manuscript):
    content = manuscript.content
    field = "summary" if hasattr(content, "summary") else "meta_description"
    if hasattr(content, field) and not (getattr(content, field) or "").strip():
        yield advises(
            _("There is no summary. Write one or two short sentences; they stand in lists and search results."),
            manuscript.form(field),
        )


@check()
def title(manuscript):
    words = getattr(manuscript.content, "title", None) or ""
    if len(words) > LONGEST_TITLE:
        yield advises(
            _("The title has {count} letters; search results cut it after {most}.").format(
                count=len(words), most=LONGEST_TITLE
            ),
            manuscript.form("title"),
            words,
        )
