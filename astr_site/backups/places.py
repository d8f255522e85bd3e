"""Where backups lie: a folder, or a bucket of any provider that speaks S3; and how long they stay."""

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from astr_site.bucket import StoryBucket, as_a_disk_would

NAME = re.compile(r"astr-(\d{8}T\d{6}Z)\.tar(\.age)?")
# However old they are: a site whose backups fail must not lose the good ones.
ALWAYS_KEPT = 3


def name_for(moment, key):
    return f"astr-{moment:%Y%m%dT%H%M%SZ}.tar" + (".age" if key else "")


def made_at(name):
    return datetime.strptime(NAME.fullmatch(name)[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


class Folder:
    def __init__(self, path):
        self.path = Path(path)

    def __str__(self):
        return str(self.path)

    def names(self):
        """Return the whole backups, the oldest first; half ones have other names."""
        return sorted(path.name for path in self.path.glob("astr-*") if NAME.fullmatch(path.name))

    def workplace(self):
        """Return the folder in which a backup is made: this one, so that it is put in place in one step."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self.path

    def keep(self, part, name):
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.rename(self.path / name)

    def fetch(self, name, folder):
        return self.path / name

    def remove(self, name):
        (self.path / name).unlink(missing_ok=True)


class Bucket:
    def __init__(self, options):
        self.storage = StoryBucket(**options)

    def __str__(self):
        return f"bucket {self.storage.bucket_name}"

    @as_a_disk_would()
    def names(self):
        return sorted(name for name in self.storage.listdir("")[1] if NAME.fullmatch(name))

    def workplace(self):
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        return settings.DATA_DIR

    @as_a_disk_would()
    def keep(self, part, name):
        # S3 shows an object only once all of it has arrived.
        self.storage.bucket.upload_file(str(part), name)
        part.unlink()

    @as_a_disk_would()
    def fetch(self, name, folder):
        self.storage.bucket.download_file(name, str(folder / name))
        return folder / name

    def remove(self, name):
        self.storage.delete(name)


def place():
    """Return where BACKUP_URL points to."""
    said = settings.OPERATION
    return Bucket(said.backup_bucket) if said.backup_bucket else Folder(said.backup_folder)


def remove_old(where, now):
    """Remove what is older than BACKUP_KEEP_DAYS, but never the last few; return the names."""
    oldest = now - timedelta(days=settings.OPERATION.backup_keep_days)
    old = [name for name in where.names()[:-ALWAYS_KEPT] if made_at(name) < oldest]
    for name in old:
        where.remove(name)
    return old
