import os
import sys

from django.core.management import BaseCommand
from django.db import connections

from astr_site import start
from astr_site.environment import ROOT


class Command(BaseCommand):
    help = "Prepares database, content and static files, then serves the site with gunicorn."
    # They ask the database, and it is only after port and database that there is a point in it.
    requires_system_checks = []

    def handle(self, **options):
        start.prepare(self, with_static_files=True)
        connections.close_all()
        os.chdir(ROOT)
        # gunicorn takes this process over, so that stopping it stops everything.
        os.execv(  # noqa: S606 - a fixed program with fixed words, no shell
            sys.executable,
            [sys.executable, "-m", "gunicorn", "-c", "python:astr_site.gunicorn", "astr_site.asgi"],
        )
