"""Staff who write and are told so: each number that is printed was committed. Runs until it is stopped.

A step that fails is tried again, as a person does. `python -m tests.chaos.writer PREFIX`
"""

import itertools
import sys
import time
from datetime import date

import django

if __name__ == "__main__":
    django.setup()

    from django.db import Error, connection

    from astr_site.editorial.models import Source

    for number in itertools.count():
        while True:
            try:
                Source.objects.create(key=f"{sys.argv[1]}-{number}", title="Made up", accessed=date.today())
                break
            except (Error, OSError):
                connection.close()
                time.sleep(0.2)
        print(number, flush=True)
        time.sleep(0.02)
