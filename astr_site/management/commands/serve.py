import os
import sys

from django.core.management import BaseCommand
from django.db import connections

from astr_site import start
from astr_site.environment import ROOT


class Command(BaseCommand):
    help = "Prepares database, content and static files, then serves the site with gunicorn."

    def handle(self, **options):
        start.prepare(with_static_files=True)
        connections.close_all()
        os.chdir(ROOT)
        # gunicorn takes this process over, so that stopping it stops everything.
        os.execv(  # noqa: S606 - a fixed program with fixed words, no shell
            sys.executable,
            [sys.executable, "-m", "gunicorn", "-c", "python:astr_site.gunicorn", "astr_site.wsgi"],
        )
