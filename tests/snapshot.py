"""The loaded site as a file, so that tests do not migrate and load it again and again.

Loading the content takes many seconds, and a test with a live server empties the database behind it. On SQLite
the loaded database is kept in pytest's cache folder and copied back in a moment. Its name says what it was made
from; a fresh clone has none and makes it, as every other database does each time.
"""

import hashlib
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).parent.parent
MADE_FROM = (
    ".ci/requirements-dev.lock",
    "content/**/*",
    "*/migrations/*.py",
    "astr_site/*/migrations/*.py",
    "*/models.py",
    "astr_site/*/models.py",
    "astr_site/*/models/*.py",
    "astr_site/blocks/cleaning.py",
    "astr_site/editorial/**/*.py",
    "astr_site/loading/*.py",
    "astr_site/search/*.py",
    "astr_site/roles/*.py",
    "*/cms_plugins.py",
    "astr_site/*/cms_plugins.py",
    "astr_site/management/commands/load_content.py",
)


def fingerprint():
    """Return a name that changes with everything that decides what the loaded database holds."""
    names = sorted({path for pattern in MADE_FROM for path in ROOT.glob(pattern) if path.is_file()})
    digest = hashlib.sha256()
    for path in names:
        digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()[:20]


class Snapshot:
    """The loaded database and the files that belong to it, in a folder below `place`."""

    FILES = ("media", "stories")

    def __init__(self, place):
        self.folder = Path(place) / fingerprint()
        self.database = self.folder / "site.sqlite3"

    @property
    def exists(self):
        return connection.vendor == "sqlite" and self.database.exists()

    def restore(self):
        """Put the loaded site back; return False where that cannot be done."""
        if not self.exists or connection.in_atomic_block:
            return False
        connection.ensure_connection()
        with closing(sqlite3.connect(self.database)) as kept:
            kept.backup(connection.connection)
        for name in self.FILES:
            if (self.folder / name).is_dir():
                shutil.copytree(self.folder / name, settings.DATA_DIR / name, dirs_exist_ok=True)
        return True

    def keep(self):
        """Keep what has just been loaded, written aside first so that no half copy can be taken for it."""
        if connection.vendor != "sqlite" or self.database.exists():
            return
        half = Path(tempfile.mkdtemp(dir=self.folder.parent))
        for name in self.FILES:
            if (settings.DATA_DIR / name).is_dir():
                shutil.copytree(settings.DATA_DIR / name, half / name)
        with closing(sqlite3.connect(half / self.database.name)) as copy:
            connection.connection.backup(copy)
        half.rename(self.folder)
