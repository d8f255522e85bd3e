"""The launch checklist of the staff home as a command: `manage.py launch_check` ends with 1 while something is open."""

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, SystemCheckError
from django.db import Error
from django.utils.translation import override

from astr_site.desk.sections import every_check
from astr_site.health import probes


class Command(BaseCommand):
    help = "Says what is left to do before launch, as the staff home does, and whether this machine is ready."

    def handle(self, *args, **options):
        with override("en"):
            lines = [*self.checklist(), *self.machine()]
        for done, text, note in sorted(lines, key=lambda line: line[0]):
            self.stdout.write(f"[{'x' if done else ' '}] {text}" + (f" – {note}" if note else ""))
        if left := sum(not done for done, _text, _note in lines):
            raise CommandError(f"{left} of {len(lines)} are left to do.")
        self.stdout.write("Nothing is left to do.")

    def checklist(self):
        # Nobody in particular, who may do everything: an administrator sees every line.
        somebody = get_user_model()(is_superuser=True, is_active=True, is_staff=True)
        try:
            return [(check.done, str(check.text), str(check.note)) for check in every_check(somebody)]
        except Error as problem:  # No database, or one without our tables: nothing is ready, and that is the answer.
            return [(False, "The checklist of the staff home can be read", str(problem).strip().splitlines()[0])]

    def machine(self):
        try:
            call_command("check", deploy=True, fail_level="WARNING")
            yield True, "The configuration is fit for the public", ""
        except SystemCheckError as problem:
            yield False, "The configuration is fit for the public", str(problem).strip().splitlines()[-1]
        for name, result in probes.results().items():
            yield result.ok, f"It answers: {name}", result.problem
