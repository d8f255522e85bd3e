"""Readers: what they looked for and did not find, without them."""

from django.conf import settings

from astr_site.privacy import Holding, forgets, holds, kept_for, months_ago

from .misses import FEWEST
from .models import Miss


@holds(60)
def misses():
    return Holding(
        whose="readers",
        what=f"words that {FEWEST} or more searches found nothing for, how many, and the month of the last; nobody",
        where="search.Miss; below that, numbers without words in the cache",
        why="so that staff can add what people look for, or a synonym for it",
        kept=f"{kept_for(settings.OPERATION.keep_counts_months)} after the last (KEEP_COUNTS_MONTHS)",
        seen_by="editors, publishers, administrators",
        rows=Miss.objects.count(),
    )


@forgets("searches without a result")
def forget_misses(now):
    limit = months_ago(now, settings.OPERATION.keep_counts_months)
    return Miss.objects.filter(month__lt=limit.date()).delete()[0] if limit else 0
