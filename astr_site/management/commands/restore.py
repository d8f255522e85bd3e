"""Bring a backup back, on this or another machine: `manage.py restore latest`."""

import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from astr_site.backups import places, restoring
from astr_site.backups.archive import Damaged
from astr_site.backups.making import alone, workshop
from astr_site.start import port_is_busy


class Command(BaseCommand):
    help = "Proves a backup, asks before anything is replaced, then puts it in place."
    # The tables may be missing, or not be those of this version.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("backup", help="A file, a name that “backup --list” gives, or “latest”.")
        parser.add_argument("--identity", help="The file with the private key, for a backup that is encrypted.")
        parser.add_argument("--verify", action="store_true", help="Only prove the backup; change nothing.")
        parser.add_argument("--overwrite", action="store_true", help="Do not ask; what is there is moved aside.")
        parser.add_argument(
            "--without-safety-copy", action="store_true", help="Do not write a backup of the database that goes."
        )

    def handle(self, *args, backup, identity, verify, overwrite, **options):
        try:
            key = private_key(identity)
            with alone(), workshop(settings.DATA_DIR) as folder:
                staged = restoring.prove(found(backup, folder), folder / "unpacked", key)
                about = staged.manifest
                self.stdout.write(
                    f"The backup of {about['made_at'][:19]} (UTC) of {about['site']} is whole: "
                    f"{len(about['entries'])} entries, {sum(e['bytes'] for e in about['entries'].values()):,} bytes."
                )
                if verify:
                    return
                self.refuse_a_running_site()
                if there := restoring.what_is_there():
                    self.ask(there, overwrite)
                aside, again = restoring.put_in_place(staged, not options["without_safety_copy"])
        except Damaged as problem:
            raise CommandError(f"{problem} Nothing was changed.") from None
        self.stdout.write("Restored." + (f" What was there is in {aside}." if aside.exists() else ""))
        if again:
            self.stdout.write(f"{again} permissions that patients withdrew after the backup are withdrawn again.")
        self.stdout.write("Withdrawals that only a lost machine knew have to be recorded again before you serve.")

    def refuse_a_running_site(self):
        host, port = settings.ENV.host, settings.ENV.port
        if port_is_busy(host, port):
            raise Damaged(f"The site, or another program, runs on port {port}; stop it first.")

    def ask(self, there, overwrite):
        if overwrite:
            return
        if not sys.stdin.isatty():
            raise Damaged(f"Here is {there} already; use --overwrite to move it aside.")
        self.stdout.write(f"Here is {there} already. It will be moved aside.")
        if input("Type “overwrite” to go on: ").strip() != "overwrite":
            raise Damaged("You did not agree.")


def private_key(identity):
    """Return the line with the key from a file that age understands as well."""
    if not identity:
        return ""
    try:
        lines = Path(identity).read_text().split()
    except OSError as problem:
        raise Damaged(f"The file {identity} cannot be read ({problem.strerror}).") from None
    return next((line for line in lines if line.startswith("AGE-SECRET-KEY-")), "none")


def found(backup, folder):
    """Return the file of a backup, fetched from its place if need be."""
    if Path(backup).is_file():
        return Path(backup)
    where = places.place()
    names = where.names()
    name = names[-1] if backup == "latest" and names else backup
    if name not in names:
        raise Damaged(f"There is no backup “{backup}” in {where}; “manage.py backup --list” names those that are.")
    return where.fetch(name, folder)
