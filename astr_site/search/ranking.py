"""The best answer first: in the same order whatever the engine is."""

from .models import Kind

TITLE, NAME, LEAD, TEXT = 6.0, 5.0, 2.5, 1.0
# What people type is worth a little more than what we think that they mean.
SYNONYM = 0.9
WHOLE_TITLE = 4.0
TOGETHER = 0.6
# “Neck manipulation” is told by the page that is called Manipulation and speaks of the neck.
PARTLY = 3.0
# A technique beats a story that mentions it (issue 8, item 2).
KINDS = {
    Kind.TECHNIQUE: 1.45,
    Kind.PRACTITIONER: 1.35,
    Kind.PAGE: 1.15,
    Kind.QUESTION: 1.0,
    Kind.TERM: 1.0,
    Kind.STORY: 0.5,
}
# Of what was meant, how much a result has to have.
LEAST = 0.34


def ranked(documents, reading):
    """Return the documents that fit, the best first."""
    scored = [(score(document, reading), document) for document in documents]
    scored.sort(key=lambda pair: (-round(pair[0], 6), pair[1].pk))
    return [document for points, document in scored if points > 0]


def score(document, reading):
    points = found = meant = 0.0
    for concept in reading.concepts:
        best = max(worth(document, way) * (1 if place == 0 else SYNONYM) for place, way in enumerate(concept.ways))
        meant += concept.weight
        found += concept.weight * (best > 0)
        points += concept.weight * best
        if concept.quoted and not best:
            return 0
    if not meant or found / meant < LEAST:
        return 0
    points = points / meant + WHOLE_TITLE * is_whole_title(document, reading)
    return points * (found / meant) ** 2 * KINDS[Kind(document.kind)]


def worth(document, way):
    """Return how well a document says one wording; 0 where it does not say all of it."""
    title, names, lead, text = document.title_stems, document.name_stems, document.lead_stems, document.text_stems
    parts = [f" {part} " for part in way]
    if not all(part in title or part in names or part in lead or part in text for part in parts):
        return 0
    points = 0.5
    if all(part in title for part in parts):
        points += TITLE * (0.5 + 0.5 * len(way) / max(1, len(title.split())))
    elif whole := [name for name in names.split("/") if all(part in f" {name} " for part in parts)]:
        points += NAME * max(0.5 + 0.5 * len(way) / max(1, len(name.split())) for name in whole)
    elif len(way) > 1:
        points += PARTLY * sum(part in title for part in parts) / len(way)
    if all(part in lead for part in parts):
        points += LEAD
    if count := min(text.count(part) for part in parts):
        points += TEXT * (0.6 + 0.1 * min(count, 6))
    if len(way) > 1 and any(f" {' '.join(way)} " in place for place in (title, names, lead, text)):
        points += TOGETHER * len(way)
    return points


def is_whole_title(document, reading):
    """Say whether the title, or a name of it, is what was typed and nothing else."""
    typed = {stem for concept in reading.concepts for part in concept.ways[0] for stem in part.split()}
    names = [set(name.split()) for name in (document.title_stems, *document.name_stems.split("/"))]
    if typed in names:
        return 1
    one = reading.concepts[0].ways if len(reading.concepts) == 1 else ()
    return 0.8 if any(set(way) in names for way in one) else 0
