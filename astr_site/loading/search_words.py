"""Synonyms and red flags of search, brought in once; afterwards they belong to staff."""

import csv
import re

from astr_site.editorial.models import Source
from astr_site.search.models import RedFlag, Synonym

from .files import ContentError, read_yaml

# “cervical (neck) manipulation” is a cervical manipulation, and a neck manipulation.
ASIDE = re.compile(r"^(.*?)\s*\(([^)]*)\)\s*(.*)$")
LISTS = ("phrases", "items")


def load_search_words(folder):
    """Add the synonyms and red flags of the content files that search does not know yet."""
    for (language, term), meanings in read_synonyms(folder / "search" / "synonyms.csv").items():
        Synonym.objects.get_or_create(language=language, term=term, defaults={"meanings": "\n".join(meanings)})
    for entry in read_yaml(folder / "search" / "red_flags.yaml", list):
        load_red_flag(dict(entry))


def read_synonyms(path):
    """Return {(language, what people type): [what our pages say]}."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        found = {}
        for row in rows:
            found.setdefault((row["language"], row["lay_term"]), []).extend(wordings(row["clinical_term"]))
    except (OSError, UnicodeDecodeError, csv.Error, KeyError, TypeError, AttributeError) as error:
        raise ContentError(f"{path}: this file has the columns lay_term, clinical_term, language ({error}).") from error
    return found


def wordings(term):
    """Return a term without what stands in brackets, and with that in its place."""
    if aside := ASIDE.match(term):
        before, inside, after = aside.groups()
        return [f"{before} {after}".strip(), f"{inside} {after}".strip()]
    return [term]


def load_red_flag(entry):
    keys = entry.pop("sources")
    sources = Source.objects.filter(key__in=keys)
    if not keys or len(sources) != len(keys):
        raise ContentError(f"red_flags.yaml: sources.yaml lacks a source of “{entry['name']}”.")
    values = {name: "\n".join(value) if name in LISTS else value for name, value in entry.items()}
    which = {name: values.pop(name) for name in ("name", "language")}
    flag, created = RedFlag.objects.get_or_create(**which, defaults=values)
    if created:
        flag.sources.set(sources)
