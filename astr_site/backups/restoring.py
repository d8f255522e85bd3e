"""The way back: everything is proven first, and nothing that is there is lost."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.core.files.storage import FileSystemStorage, storages
from django.core.management import call_command
from django.db import Error, connection

from astr_site.page_cache import changes

from . import database, withdrawals
from .archive import Damaged, unpack
from .files import KEPT, walk
from .making import make_alone
from .places import Folder
from .sealing import opened


@dataclass(frozen=True)
class Staged:
    """A backup that was unpacked and proven, beside the data it may take the place of."""

    folder: Path
    manifest: dict


def prove(path, folder, private_key=""):
    """Unpack a backup into a folder and prove every entry, the database and the version it needs."""
    if shutil.disk_usage(folder.parent).free < path.stat().st_size * 1.5:
        raise Damaged(f"The disk of {folder.parent} has no room to unpack the backup; make room, then start again.")
    folder.mkdir()
    with path.open("rb") as file, opened(file, private_key) as stream:
        manifest = unpack(stream, folder)
    database.refuse_what_is_newer(manifest)
    database.kind().prepare(folder)
    return Staged(folder, manifest)


def what_is_there():
    """Say in words what a restore would take the place of; "" for an empty installation."""
    try:
        found = ["a database"] if database.kind().holds_something() else []
    except Error:
        found = ["a database that cannot be read"]
    for folder, alias in KEPT.items():
        count = sum(1 for _name in walk(storages[alias]))
        found += [f"{count} files of {folder}"] if count else []
    return ", ".join(found)


def put_in_place(staged, safety_copy):
    """Move what is there aside, then put database and files in place; return (folder aside, withdrawals kept)."""
    aside = settings.DATA_DIR / f"before-restore-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    since = withdrawals.known()
    if safety_copy and connection.vendor != "sqlite" and database.kind().holds_something():
        # SQLite's file is moved aside as it is; a server's tables have to be written somewhere.
        make_alone(Folder(aside), key="")
    database.kind().put(staged.folder, staged.manifest, aside)
    for folder, alias in KEPT.items():
        put_files(storages[alias], staged.folder / folder, aside / folder)
    call_command("migrate", interactive=False, verbosity=0)
    again = withdrawals.carry_over(since)
    for cache in caches.all():
        cache.clear()
    changes.gone()
    return aside, again


def put_files(storage, new, aside):
    new.mkdir(exist_ok=True)
    if isinstance(storage, FileSystemStorage):
        place = Path(storage.location)
        if place.exists():
            aside.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(place, aside)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(new, place)
        return
    # What a bucket holds beyond that is left there: no row names it, and nobody is handed it.
    for path in sorted(new.rglob("*")):
        if path.is_file():
            storage.bucket.upload_file(str(path), path.relative_to(new).as_posix())
