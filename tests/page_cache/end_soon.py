"""Lets the permission of the staged story end in so many seconds. `python -m tests.page_cache.end_soon 10`"""

import datetime
import sys

import django

if __name__ == "__main__":
    django.setup()

    from django.utils import timezone

    from testimonials.models import Authorization

    ends = timezone.now() + datetime.timedelta(seconds=float(sys.argv[1]))
    print(Authorization.objects.update(expires_at=ends))
