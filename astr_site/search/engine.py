"""Asking the engine for documents; which engine it is stands in SEARCH_URL.

A question is a list of concepts, each a list of ways, each a tuple of parts that stand together in a document; a part
is a token, or several with a space between them that follow each other.
A cluster is asked through modelsearch. The two databases are asked here, in modelsearch's own tables: its question to
SQLite runs the full-text match once for each entry (12 seconds at 20,000 documents), and that to PostgreSQL can use
none of its indexes (`make bench`, 2026-11-25). Ours ask for the newest matches alone, and stop when there are enough.
"""

from django.db import connection
from modelsearch.backends import get_search_backend
from modelsearch.query import And, Or, Phrase

from .models import Document

# Long texts are fetched for what is shown, and not for what is ranked.
HEAVY = ("text", "words")
SQLITE = """
    SELECT entry.object_id
    FROM modelsearch_indexentry_fts CROSS JOIN modelsearch_indexentry AS entry
    ON entry.id = modelsearch_indexentry_fts.rowid
    WHERE modelsearch_indexentry_fts MATCH %s
    ORDER BY modelsearch_indexentry_fts.rowid DESC
    LIMIT %s
"""
POSTGRES = "SELECT object_id FROM modelsearch_indexentry WHERE body @@ %s::tsquery ORDER BY id DESC LIMIT %s"


def ask(concepts, most):
    """Return up to `most` documents that have every concept in one of its ways."""
    engine = get_search_backend()
    match type(engine).__name__:
        case "SQLiteSearchBackend":
            return matches(SQLITE, "{body} : (" + written(concepts, " AND ", " OR ", '"{}"'.format) + ")", most)
        case "PostgresSearchBackend":
            return matches(POSTGRES, written(concepts, " & ", " | ", followed), most)
    query = And([Or([And([Phrase(part) for part in way]) for way in ways]) for ways in concepts])
    return list(engine.search(query, Document.objects.defer(*HEAVY), order_by_relevance=False)[:most])


def followed(part):
    return " <-> ".join(f"'{token}'" for token in part.split())


def written(concepts, both, either, quoted):
    """Write a question in a database's own signs; tokens are letters and digits alone (words.py)."""
    ways = [[both.join(quoted(part) for part in way) for way in each] for each in concepts]
    return both.join("(" + either.join(f"({way})" for way in each) + ")" for each in ways)


def matches(question, match, most):
    with connection.cursor() as cursor:
        cursor.execute(question, [match, most])
        ids = [int(row[0]) for row in cursor.fetchall()]
    found = Document.objects.defer(*HEAVY).in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]
