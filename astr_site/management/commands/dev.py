import os

from django.conf import settings
from django.core.management import BaseCommand, call_command
from django.utils.autoreload import DJANGO_AUTORELOAD_ENV

from astr_site import start


class Command(BaseCommand):
    help = "Serves the site while you work on it: it starts anew whenever a file changes."
    # They ask the database, and it is only after port and database that there is a point in it.
    requires_system_checks = []

    def handle(self, **options):
        # The reloader starts this command a second time; only the first prepares.
        if DJANGO_AUTORELOAD_ENV not in os.environ:
            start.prepare(self, with_static_files=False)
        call_command("runserver", f"{settings.ENV.host}:{settings.ENV.port}")
