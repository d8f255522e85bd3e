"""What personal data is stored where, why, and for how long: `manage.py privacy_report`."""

import json
from dataclasses import asdict

from django.core.management.base import BaseCommand

from astr_site.privacy import holdings

WORDS = {"what": "What", "where": "Where", "why": "Why", "kept": "Kept", "seen_by": "Seen by", "rows": "Now"}


class Command(BaseCommand):
    help = "Says what personal data is stored where, why, for how long, and who sees it. It names no person."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="For programs.")

    def handle(self, *args, **options):
        found = [asdict(holding) for holding in holdings()]
        if options["json"]:
            return json.dumps(found, indent=1)
        return "\n\n".join(
            "\n".join([each["whose"].upper(), *(f"  {word:8}{each[name]}" for name, word in WORDS.items())])
            for each in found
        )
