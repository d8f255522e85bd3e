"""Search as it grows: the same queries at 200 and at 20,000 documents, side by side, on SQLite and on PostgreSQL.

Issue 8: a query takes at most three times as long. Also prints how often the right page is first.
"""

import json
import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import psycopg

from tests.commands import manage, run
from tests.servers import serving
from tests.services import postgres

from .measure import side_by_side
from .printing import head, printed

FEW, MANY, MOST_TIMES = 200, 20_000, 3
QUERIES = {
    "a common word": "massage",
    "a rare word": "fascia",
    "three words": "neck pain massage",
    "lay words": "neck cracking",
    "a question": "does it hurt when the chiropractor cracks my neck",
    "a typo": "manipluation",
    "nothing": "zzzzzz",
}
SETTINGS = {"DJANGO_SETTINGS_MODULE": "astr_site.settings"}


def must(outcome):
    if outcome.returncode:
        raise SystemExit(outcome.stderr)
    return outcome.stdout


def sites(place, say):
    """Yield (database, number of documents, data folder, settings)."""
    with postgres() as server:
        for database in ("SQLite", "PostgreSQL"):
            first = place / database
            values = {"DATABASE_URL": server.database("loaded")} if database == "PostgreSQL" else {}
            for words in (["migrate"], ["load_content"], ["collectstatic", "--noinput"]):
                say(f"… {database}: {words[0]}")
                must(manage(*words, "--verbosity=0", folder=first, **values))
            for count in (FEW, MANY):
                say(f"… {database}: {count} documents")
                folder = shutil.copytree(first, place / f"{database}-{count}")
                if values:
                    values = {"DATABASE_URL": copy_of(server, f"documents_{count}")}
                must(run([sys.executable, "-m", "tests.bench.grow_search", str(count)], folder, **SETTINGS, **values))
                yield database, count, folder, values


def copy_of(server, name):
    """Return the address of a copy of the loaded database."""
    with psycopg.connect(host="127.0.0.1", port=server.port, user="astr", dbname="postgres", autocommit=True) as link:
        link.execute(f'CREATE DATABASE "{name}" TEMPLATE loaded')
    return f"postgres://astr@127.0.0.1:{server.port}/{name}"


def relevance(folder, values):
    """Return (queries, share with the right page first, share with it among three)."""
    return json.loads(must(run([sys.executable, "-m", "tests.bench.relevance"], folder, **SETTINGS, **values)))


def measure(place, say):
    """Return (lines of times, lines of relevance)."""
    times, right = [], []
    with ExitStack() as servers:
        running = {}
        for database, count, folder, values in sites(place, say):
            if count == FEW:
                right.append({"database": database} | relevance(folder, values))
            running.setdefault(database, {})[f"{count} documents"] = servers.enter_context(serving(folder, **values))
            if len(running[database]) < 2:
                continue
            say(f"… {database}: asking")
            for name, words in QUERIES.items():
                few, many = side_by_side(f"/search/?q={words.replace(' ', '+')}", running[database])
                times.append((f"{database}, {name}", few, many))
    return times, right


def measured(options, say):
    """Print and return how search grows, and how often it is right."""
    with tempfile.TemporaryDirectory() as place:
        times, right = measure(Path(place), say)
    head()
    lines = [printed(*each) for each in times]
    for each in right:
        first, three = each["first"], each["among three"]
        print(f"{each['database']}: of {each['queries']} queries {first:.1%} right first, {three:.1%} in three")
    return {"search": lines, "relevance": right}
