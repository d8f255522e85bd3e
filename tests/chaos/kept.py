"""Prints the numbers that a writer's rows have: `python -m tests.chaos.kept PREFIX`."""

import json
import sys

import django

if __name__ == "__main__":
    django.setup()

    from astr_site.editorial.models import Source

    keys = Source.objects.filter(key__startswith=f"{sys.argv[1]}-").values_list("key", flat=True)
    print(json.dumps(sorted(int(key.rsplit("-", 1)[1]) for key in keys)))
