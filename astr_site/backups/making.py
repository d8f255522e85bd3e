"""Making a backup while the site runs and people write."""

import fcntl
import json
import logging
import os
import platform
import shutil
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import connections

from . import database, given
from .archive import Damaged, Writer
from .files import add_files, named_files
from .places import name_for
from .sealing import sealed

logger = logging.getLogger(__name__)

HALF = ".astr-backup-"
TRIES = 3


def make(where, key):
    """Make a backup at a place; return (its name, what its manifest tells)."""
    with alone():
        name, about = make_alone(where, key)
    remember({"name": name, "place": str(where), "made_at": about["made_at"], "missing": about["missing"]})
    logger.info("A backup was made", extra={"event": "backup", "backup": name})
    return name, about


def make_alone(where, key):
    """Make it under a lock that is held already.

    Files are never changed after they were written, only added and deleted, and they are copied after the moment of
    the database: whatever its rows name is there, unless it was deleted in between. Then a newer moment is taken.
    """
    with workshop(where.workplace()) as folder:
        part = folder / "backup.part"
        for tried in range(1, TRIES + 1):
            about = write(part, key)
            if not about["missing"] or tried == TRIES or not changed(about["missing"]):
                break
        name = name_for(datetime.fromisoformat(about["made_at"]), key)
        where.keep(part, name)
    return name, about


def write(part, key):
    with part.open("wb") as file, sealed(file, key) as stream:
        writer = Writer(stream)
        about, named = add_database(writer, part.parent)
        add_files(writer)
        writer.add_bytes("settings.json", json.dumps(given.settings_without_secrets(), indent=1).encode())
        about["missing"] = sorted(named - writer.entries.keys())
        writer.finish(about)
    return about


def add_database(writer, folder):
    """Copy the database as of one moment; return what the manifest tells of it, and the files that its rows name."""
    kind = database.kind()
    with tempfile.TemporaryDirectory(dir=folder) as spare, kind.moment(Path(spare)) as using:
        about = {
            "made_at": datetime.now(UTC).isoformat(),
            "site": settings.SITE_URL,
            "database": using.vendor,
            "migrations": database.applied(using),
            "versions": {name: version(name) for name in ("django", "django-cms")}
            | {"python": platform.python_version(), using.vendor: ".".join(map(str, using.get_database_version()))},
        }
        named = named_files(using.alias)
        kind.add(writer, Path(spare), using)
    return about, named


def changed(missing):
    """Say whether the database of now names fewer of the files that are not there."""
    now = named_files("default")
    connections["default"].close()
    return any(name not in now for name in missing)


@contextmanager
def alone():
    """Hold off a second backup or a restore on this machine."""
    with (settings.DATA_DIR / "backup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Damaged("Another backup or restore is running; wait for its end.") from None
        yield


@contextmanager
def workshop(place):
    """Yield a folder for half-made things; what a killed backup left is cleared away first."""
    for left in place.glob(f"{HALF}*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=HALF, dir=place) as folder:
        yield Path(folder)


def remember(told):
    """Keep what the last backup was, for the signals and the launch check."""
    beside = stamp().with_suffix(".new")
    beside.write_text(json.dumps(told))
    os.replace(beside, stamp())


def stamp():
    return settings.DATA_DIR / "last_backup.json"


def last_made():
    """Return when the last backup of this machine was made, or None."""
    try:
        return datetime.fromisoformat(json.loads(stamp().read_text())["made_at"])
    except (OSError, ValueError, KeyError):
        return None
