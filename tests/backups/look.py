"""Looks at a site after a restore: `python -m tests.backups.look` prints what it found, as JSON."""

import json
from collections import Counter

import django

if __name__ == "__main__":
    django.setup()

    from django.core.files.storage import storages

    from astr_site.backups.files import KEPT, named_files
    from astr_site.editorial.models import Source
    from testimonials.models import Authorization, Testimonial

    keys = Source.objects.filter(key__startswith="writer-").values_list("key", flat=True)
    pairs = Counter(key.rsplit("-", 1)[0] for key in keys)
    missing = [
        name
        for name in named_files("default")
        if not storages[KEPT[name.split("/", 1)[0]]].exists(name.split("/", 1)[1])
    ]
    found = {
        "pairs": len(pairs),
        "broken pairs": sum(count != 2 for count in pairs.values()),
        "stories": Testimonial.objects.filter(display_name__contains="writer").count(),
        "missing files": missing,
        "withdrawn": Authorization.objects.filter(withdrawn_at__isnull=False).count(),
    }
    print(json.dumps(found))
