"""Somebody who works while a backup is made: `python -m tests.backups.writer` until it is stopped.

Each step writes a file and the row that names it, and a pair of sources that belongs together; now and then a file
goes. A backup of one moment holds whole pairs only, and every file that its rows name.
"""

import itertools
import time
from datetime import date

import django

if __name__ == "__main__":
    django.setup()

    from django.db import transaction

    from astr_site.editorial.models import Source
    from testimonials.actions import remove_media
    from tests.testimonials.factories import make_story

    for number in itertools.count():
        with transaction.atomic():
            story = make_story(f"writer {number}")
            for half in ("a", "b"):
                Source.objects.create(key=f"writer-{number}-{half}", title="Made up", accessed=date.today())
        if number % 3 == 0:
            remove_media(story)
        print(number, flush=True)
        time.sleep(0.01)
