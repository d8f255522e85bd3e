"""The files that belong to the site, wherever their storage keeps them, and which of them the database names."""

from django.apps import apps
from django.core.files.storage import storages
from django.db import models

from astr_site.pictures.keeping import FOLDER as SIZES

# The folder in the archive, and the storage it comes from.
KEPT = {"media": "default", "stories": "stories"}


def walk(storage, folder=""):
    """Yield the name of every file but those that are drawn anew when they are missing; no folder holds none."""
    try:
        folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    prefix = f"{folder}/" if folder else ""
    for name in sorted(filter(None, names)):
        yield prefix + name
    for name in sorted(folders):
        if prefix + name != SIZES:
            yield from walk(storage, prefix + name)


def add_files(writer):
    """Copy every file into the archive; what is deleted meanwhile is passed over."""
    for folder, alias in KEPT.items():
        storage = storages[alias]
        for name in walk(storage):
            try:
                with storage.open(name, "rb") as file:
                    writer.add(f"{folder}/{name}", file, file.size)
            except FileNotFoundError:
                continue


def named_files(using):
    """Return the entries ("stories/…") that the rows of this database name."""
    named = set()
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.FileField):
                folder = "stories" if field.storage is storages["stories"] else "media"
                names = model._base_manager.using(using).values_list(field.name, flat=True)
                named.update(f"{folder}/{name}" for name in names if name)
    return named
