"""PostgreSQL, by COPY through psycopg: no program such as pg_dump has to be there, or to fit the server's version."""

import gzip
import json
import shutil
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

TABLES = "database/tables.json"
CHUNK = 2**20


@contextmanager
def moment(folder):
    """Yield the connection inside a transaction that sees one moment, however long it takes to read."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield connection


def tables(cursor):
    """Return {table: columns that can be written} of the tables that migrations made."""
    cursor.execute(
        "SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN information_schema.tables t"
        " USING (table_schema, table_name) WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'"
        " AND c.is_generated = 'NEVER' ORDER BY c.table_name, c.ordinal_position"
    )
    found = {}
    for table, column in cursor.fetchall():
        found.setdefault(table, []).append(column)
    return found


def copy_words(table, columns):
    quote = connection.ops.quote_name
    return f"COPY {quote(table)} ({', '.join(map(quote, columns))})"


def add(writer, folder, using):
    with using.cursor() as cursor:
        found = tables(cursor)
        cursor.execute("SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema()")
        sequences = {name: value for name, value in cursor.fetchall() if value is not None}
        for table, columns in found.items():
            packed = folder / "table.gz"
            with (
                gzip.open(packed, "wb", compresslevel=6) as target,
                cursor.copy(f"{copy_words(table, columns)} TO STDOUT") as rows,
            ):
                for data in rows:
                    target.write(data)
            writer.add_path(f"database/{table}.gz", packed)
    writer.add_bytes(TABLES, json.dumps({"tables": found, "sequences": sequences}).encode())


def prepare(folder):
    """Read every table to its end; the checksums have proven the rest."""
    for table in json.loads((folder / TABLES).read_bytes())["tables"]:
        with gzip.open(folder / f"database/{table}.gz") as file:
            while file.read(CHUNK):
                pass


def holds_something():
    return bool(connection.introspection.table_names())


def put(folder, manifest, aside):
    """Make the tables as they were when the backup was made, and fill them in one transaction.

    What was there was written to a backup of its own before (restoring.py).
    """
    empty()
    migrate_to(manifest["migrations"])
    told = json.loads((folder / TABLES).read_bytes())
    quote = connection.ops.quote_name
    with transaction.atomic(), connection.cursor() as cursor:
        # Foreign keys are judged when the transaction ends, so that the order of the tables does not matter.
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(f"TRUNCATE {', '.join(quote(table) for table in tables(cursor))}")
        for table, columns in told["tables"].items():
            with (
                gzip.open(folder / f"database/{table}.gz") as file,
                cursor.copy(f"{copy_words(table, columns)} FROM STDIN") as rows,
            ):
                shutil.copyfileobj(file, rows, CHUNK)
        for name, value in told["sequences"].items():
            cursor.execute("SELECT setval(%s, %s)", [quote(name), value])


def empty():
    """Remove every table of ours; extensions that the database's owner installed stay."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        if found := connection.introspection.table_names(cursor):
            cursor.execute(f"DROP TABLE {', '.join(map(quote, found))} CASCADE")


def migrate_to(applied):
    """Bring an empty database to exactly these migrations: the last ones of what was applied, and all they need."""
    executor = MigrationExecutor(connection)
    wanted = {(app, name) for app, names in applied.items() for name in names}
    nodes = executor.loader.graph.node_map
    executor.migrate([key for key in nodes if key in wanted and wanted.isdisjoint(c.key for c in nodes[key].children)])
