from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from astr_site.sign_in import devices
from astr_site.sign_in.models import Entry
from astr_site.sign_in.recording import record


class Command(BaseCommand):
    help = "Takes the second step from an account whose phone and recovery codes are lost; the next sign-in sets it up."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, username, **options):
        person = get_user_model().objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"There is no account “{username}”.")
        devices.forget(person)
        record(Entry.Deed.STEP_FORGOTTEN, about=username)
        self.stdout.write(f"{username} has no second step any more; the next sign-in sets up a new one.")
