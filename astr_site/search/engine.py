"""Asking the engine for documents; which engine it is stands in SEARCH_URL.

A question is a list of concepts, each a list of ways, each a tuple of parts that stand together in a document; a part
is a token, or several with a space between them that follow each other.
A cluster is asked through modelsearch. The two databases are asked here, in modelsearch's own tables: its question to
SQLite runs the full-text match once for each entry (12 seconds at 20,000 documents), and that to PostgreSQL can use
none of its indexes (`make bench`, 2026-11-25). Ours ask for the newest matches alone, and stop when there are enough;
several questions go in one statement, the next of which is only asked while there are too few.
"""

from itertools import chain

from django.db import connection
from modelsearch.backends import get_search_backend
from modelsearch.query import And, Or, Phrase

from .models import Document

# Long texts are fetched for what is shown, and not for what is ranked.
HEAVY = ("text", "words")
SQLITE = """
    SELECT {place} AS place, entry.id AS entry, entry.object_id
    FROM modelsearch_indexentry_fts CROSS JOIN modelsearch_indexentry AS entry
    ON entry.id = modelsearch_indexentry_fts.rowid
    WHERE modelsearch_indexentry_fts MATCH %s
    ORDER BY modelsearch_indexentry_fts.rowid DESC
    LIMIT %s
"""
POSTGRES = """
    SELECT {place} AS place, id AS entry, object_id
    FROM modelsearch_indexentry
    WHERE body @@ %s::tsquery
    ORDER BY id DESC
    LIMIT %s
"""
# A part of a union may only be cut short inside brackets of its own, and SQLite takes none without a SELECT.
ONE = "SELECT * FROM ({question}) AS matches_{place}"
FOUND = """
    SELECT {columns}
    FROM (SELECT * FROM ({questions}) AS matches LIMIT %s) AS found
    JOIN search_document ON search_document.id = CAST(found.object_id AS bigint)
    ORDER BY found.place, found.entry DESC
"""


def ask(questions, most):
    """Return up to `most` documents for some questions, the answers to the first of them first.

    A question is (what is wanted, what was asked before): documents that have every concept of the one, and not every
    concept of any of the others.
    """
    engine = get_search_backend()
    match type(engine).__name__:
        case "SQLiteSearchBackend":
            return matches(SQLITE, [sqlite(*question) for question in questions], most)
        case "PostgresSearchBackend":
            return matches(POSTGRES, [postgres(*question) for question in questions], most)
    found = {}
    for concepts, _before in questions:
        query = And([Or([And([Phrase(part) for part in way]) for way in ways]) for ways in concepts])
        answers = engine.search(query, Document.objects.defer(*HEAVY), order_by_relevance=False)[:most]
        found |= {document.pk: document for document in answers if document.pk not in found}
        if len(found) >= most:
            break
    return list(found.values())[:most]


def sqlite(concepts, before):
    wanted = [written(each, " AND ", " OR ", '"{}"'.format) for each in (concepts, *before)]
    return "{body} : (" + " NOT ".join(f"({each})" for each in wanted) + ")"


def postgres(concepts, before):
    wanted = [written(each, " & ", " | ", followed) for each in (concepts, *before)]
    return " & !".join(f"({each})" for each in wanted)


def followed(part):
    return " <-> ".join(f"'{token}'" for token in part.split())


def written(concepts, both, either, quoted):
    """Write a question in a database's own signs; tokens are letters and digits alone (words.py)."""
    ways = [[both.join(quoted(part) for part in way) for way in each] for each in concepts]
    return both.join("(" + either.join(f"({way})" for way in each) + ")" for each in ways)


def matches(question, asked, most):
    questions = " UNION ALL ".join(
        ONE.format(question=question.format(place=place), place=place) for place, _match in enumerate(asked)
    )
    columns = [field.column for field in Document._meta.concrete_fields if field.name not in HEAVY]
    names = ", ".join(f"search_document.{connection.ops.quote_name(column)}" for column in columns)
    values = [*chain.from_iterable((match, most) for match in asked), most]
    return list(Document.objects.raw(FOUND.format(columns=names, questions=questions), values))
