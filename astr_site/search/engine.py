"""Asking the engine for documents; which engine it is stands in SEARCH_URL.

A question is a list of concepts, each a list of ways, each a tuple of tokens that stand together in a document.
Everything else than SQLite is asked through modelsearch. Its question to SQLite joins the index entries first and
runs the full-text match once for each: 12 seconds at 20,000 documents (`make bench`, 2026-11-25). Ours asks the same
FTS5 table of modelsearch for the newest matches alone, and stops when there are enough.
"""

from django.db import connection
from modelsearch.backends import get_search_backend
from modelsearch.query import And, Or, PlainText

from .models import Document

# Long texts are fetched for what is shown, and not for what is ranked.
HEAVY = ("text", "words")
MATCHING = """
    SELECT entry.object_id
    FROM modelsearch_indexentry_fts CROSS JOIN modelsearch_indexentry AS entry
    ON entry.id = modelsearch_indexentry_fts.rowid
    WHERE modelsearch_indexentry_fts MATCH %s
    ORDER BY modelsearch_indexentry_fts.rowid DESC
    LIMIT %s
"""


def ask(concepts, most):
    """Return up to `most` documents that have every concept in one of its ways."""
    engine = get_search_backend()
    if type(engine).__name__ == "SQLiteSearchBackend":
        return ask_sqlite(concepts, most)
    query = joined([said(ways) for ways in concepts], And)
    return list(engine.search(query, Document.objects.defer(*HEAVY), order_by_relevance=False)[:most])


def said(ways):
    return joined([PlainText(" ".join(way), operator="and") for way in ways], Or)


def joined(queries, joiner):
    return joiner(queries) if len(queries) > 1 else queries[0]


def ask_sqlite(concepts, most):
    words = [" OR ".join("(" + " AND ".join(f'"{token}"' for token in way) + ")" for way in ways) for ways in concepts]
    match = " AND ".join(f"({each})" for each in words)
    with connection.cursor() as cursor:
        cursor.execute(MATCHING, [f"{{body}} : ({match})", most])
        ids = [int(row[0]) for row in cursor.fetchall()]
    found = Document.objects.defer(*HEAVY).in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]
