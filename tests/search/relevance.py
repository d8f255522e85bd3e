"""How often the right page is first: queries as people type them, in relevance.csv.

A query may have more than one right page, apart by “|”: “knots in my back” is explained by the glossary and by ASTR.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from astr_site.search.finding import find

QUERIES = Path(__file__).with_suffix(".csv")
FIRST, THREE = 0.90, 0.98


@dataclass(frozen=True)
class Outcome:
    """One query, its right pages, and the first pages that it found."""

    language: str
    kind: str
    query: str
    right: set
    found: list

    def among(self, how_many):
        return bool(self.right & set(self.found[:how_many]))


def outcomes():
    with QUERIES.open(encoding="utf-8", newline="") as file:
        return [outcome(row) for row in csv.DictReader(file)]


def outcome(row):
    documents = find(row["query"], row["language"]).documents[:12]
    pages = list(dict.fromkeys(document.url.partition("#")[0] for document in documents))
    right = {page.strip() for page in row["page"].split("|")}
    return Outcome(row["language"], row["kind"], row["query"], right, pages[:3])


def share(found, how_many):
    return sum(each.among(how_many) for each in found) / len(found)
