"""Back up the whole site while it runs: `manage.py backup`, every night."""

import sqlite3
from datetime import UTC, datetime

import psycopg
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from astr_site.backups import making, places, sealing
from astr_site.backups.archive import Damaged

# A disk that is full, or a database or bucket that goes away meanwhile, each in its own way.
FAILURES = (OSError, Error, sqlite3.Error, psycopg.Error)


class Command(BaseCommand):
    help = "Writes database, pictures, stories and settings into one file at BACKUP_URL, and removes old ones."

    def add_arguments(self, parser):
        parser.add_argument("--list", action="store_true", help="Only list the backups that are there.")
        parser.add_argument("--new-key", action="store_true", help="Only make a pair of keys for BACKUP_KEY.")
        parser.add_argument("--to", help="A folder, instead of BACKUP_URL; nothing is removed there.")

    def handle(self, *args, to, **options):
        if options["new_key"]:
            return self.new_key()
        where = places.Folder(to) if to else places.place()
        if options["list"]:
            return "\n".join(where.names()) or f"There is no backup in {where}."
        try:
            name, about = making.make(where, settings.OPERATION.backup_key)
        except Damaged as problem:
            raise CommandError(str(problem)) from None
        except FAILURES as problem:
            said = getattr(problem, "strerror", None) or " ".join(str(problem).split()) or type(problem).__name__
            raise CommandError(f"No backup was made: {said}. Earlier ones are kept.") from problem
        self.stdout.write(f"{name} in {where}")
        for missing in about["missing"]:
            self.stderr.write(f"The database names a file that is not there: {missing}")
        removed = [] if to else places.remove_old(where, datetime.now(UTC))
        if removed:
            self.stdout.write(f"Removed after {settings.OPERATION.backup_keep_days} days: {', '.join(removed)}")
        return None

    def new_key(self):
        private, public = sealing.new_key()
        self.stdout.write(f"BACKUP_KEY={public}")
        self.stdout.write(f"Keep this line away from the server; without it no backup can be read:\n{private}")
