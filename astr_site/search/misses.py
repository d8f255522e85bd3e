"""Counts what people did not find: words only, from the fifth time on (issue 8, item 5).

Until then a number lies in the cache under a key that tells nobody the words. Nothing says who or when, and what may
be a name of a place on the web, a number of a person or an address is not counted at all.
"""

import re

from django.core.cache import caches
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import Miss
from .words import fold

FEWEST = 5
SECONDS = 90 * 24 * 3600
# More would be somebody playing; staff read no more than these.
MOST_ROWS = 2000
SHORTEST, LONGEST = 2, 80
MAY_NAME_SOMEBODY = re.compile(r"\d{3}|[@/\\<>]|www\.")


def count(typed, language):
    """Count one search that ended in nothing."""
    words = fold(" ".join(typed.split()))
    if not SHORTEST <= len(words) <= LONGEST or MAY_NAME_SOMEBODY.search(words):
        return
    month = timezone.localdate().replace(day=1)
    if Miss.objects.filter(language=language, words=words).update(count=F("count") + 1, month=month):
        return
    if once_more(words, language) >= FEWEST and Miss.objects.count() < MOST_ROWS:
        Miss.objects.get_or_create(language=language, words=words, defaults={"count": FEWEST, "month": month})


def once_more(words, language):
    """Count on in the cache that no publication empties; return how often it has been."""
    cache, key = caches["limits"], salted_hmac("search.miss", f"{language} {words}").hexdigest()
    cache.add(key, 0, SECONDS)
    try:
        return cache.incr(key)
    except ValueError:
        return 0
