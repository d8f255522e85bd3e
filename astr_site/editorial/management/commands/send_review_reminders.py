"""Tell owners by e-mail which clinical reviews come near; to be run once a day."""

from smtplib import SMTPException

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from astr_site.editorial.reviews.reminders import by_recipient, reminders, send


class Command(BaseCommand):
    help = "E-mail owners 60 and 30 days before a review is due and on its day. Safe to run again: each is told once."

    def handle(self, *args, **options):
        found = reminders(timezone.localdate())
        digests, failed = by_recipient(found), []
        for address, told in digests.items():
            try:
                send(address, told)
            except (SMTPException, OSError) as problem:
                failed.append(f"{address}: {problem}")
        if found and not digests:
            raise CommandError("Nobody can be told: neither an owner nor an administrator has an e-mail address.")
        if failed:
            raise CommandError("Not sent, will be tried again: " + "; ".join(failed))
        self.stdout.write(f"Reminders: {len(found)} reviews, {len(digests)} messages.")
