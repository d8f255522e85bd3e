"""SQLite: its own online backup gives one moment while others write, and the file is put in place in one step."""

import gzip
import os
import shutil
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection, connections

from .archive import Damaged

ENTRY = "database/site.sqlite3.gz"
ALIAS = "snapshot"


@contextmanager
def moment(folder):
    """Yield an alias under which the ORM reads the database as it was at one moment."""
    copy = folder / "site.sqlite3"
    with closing(sqlite3.connect(source(), timeout=60)) as live, closing(sqlite3.connect(copy)) as kept:
        live.backup(kept)
        kept.execute("PRAGMA journal_mode=DELETE")
        proven(kept)
    connections.settings[ALIAS] = connections.settings["default"] | {"NAME": str(copy), "OPTIONS": {}}
    try:
        yield connections[ALIAS]
    finally:
        connections[ALIAS].close()
        del connections[ALIAS], connections.settings[ALIAS]


def source():
    return str(connection.settings_dict["NAME"])


def proven(database):
    """Read every page of a database; raise Damaged where SQLite finds one that is not right."""
    said = database.execute("PRAGMA integrity_check").fetchone()[0]
    if said != "ok":
        raise Damaged(f"SQLite finds the database damaged ({said}).")


def add(writer, folder, _connection):
    packed = folder / "site.sqlite3.gz"
    with (folder / "site.sqlite3").open("rb") as file, gzip.open(packed, "wb", compresslevel=6) as target:
        shutil.copyfileobj(file, target)
    writer.add_path(ENTRY, packed)


def prepare(folder):
    """Unpack the database beside its place, and prove it."""
    path = folder / "site.sqlite3"
    with gzip.open(folder / ENTRY) as file, path.open("wb") as target:
        shutil.copyfileobj(file, target)
    with closing(sqlite3.connect(path)) as database:
        proven(database)


def holds_something():
    return Path(source()).exists() and bool(connection.introspection.table_names())


def put(folder, manifest, aside):
    """Move what is there aside, and the new database into its place."""
    connection.close()
    place = Path(source())
    for ending in ("", "-wal", "-shm"):
        old = place.with_name(place.name + ending)
        if old.exists():
            aside.mkdir(parents=True, exist_ok=True)
            shutil.move(old, aside / old.name)
    place.parent.mkdir(parents=True, exist_ok=True)
    # Beside its place first: a move between two disks is no single step.
    beside = place.with_name(place.name + ".new")
    shutil.move(folder / "site.sqlite3", beside)
    beside.chmod(0o640)
    os.replace(beside, place)
