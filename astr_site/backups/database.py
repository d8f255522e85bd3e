"""The database as of one moment, whichever it is; the two ways are in sqlite.py and postgres.py."""

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from . import postgres, sqlite
from .archive import Damaged

KINDS = {"sqlite": sqlite, "postgresql": postgres}


def kind():
    return KINDS[connection.vendor]


def applied(using_connection):
    """Return the migrations that made this database: {app: [names]}."""
    found = {}
    with using_connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
        for app, name in cursor.fetchall():
            found.setdefault(app, []).append(name)
    return found


def refuse_what_is_newer(manifest):
    """Refuse a backup that a newer version of the site made, or another kind of database."""
    if manifest["database"] != connection.vendor:
        raise Damaged(
            f"The backup holds a database of {manifest['database']}, and this site uses {connection.vendor}; "
            "set DATABASE_URL to a database of the same kind."
        )
    known = MigrationLoader(None).disk_migrations
    unknown = [f"{app}.{name}" for app, names in manifest["migrations"].items() for name in names]
    unknown = [each for each in unknown if tuple(each.split(".", 1)) not in known and not replaced(each, known)]
    if unknown:
        raise Damaged(
            f"A newer version of the site made the backup: it knows {unknown[0]} and this one does not. "
            "Install that version of the site first."
        )


def replaced(name, known):
    """Say whether a squashed migration stands for one that is no longer there."""
    wanted = tuple(name.split(".", 1))
    return any(wanted in migration.replaces for migration in known.values())
