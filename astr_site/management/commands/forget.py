"""Remove what has been kept long enough: `manage.py forget`, every night."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from astr_site.privacy import forget


class Command(BaseCommand):
    help = "Removes what the KEEP_… settings no longer keep. What a patient signed is never removed here."

    def handle(self, *args, **options):
        for what, count in forget(timezone.now()):
            self.stdout.write(f"{count} {what}")
