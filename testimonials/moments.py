"""When time alone takes a story out of sight (H2, F5)."""

from datetime import datetime, time

from django.conf import settings
from django.db.models import Min
from django.utils import timezone

from astr_site.page_cache.moments import ends, midnight
from astr_site.page_cache.reading import STORIES

from .dates import months_after, months_before
from .models import Authorization, Testimonial


@ends(STORIES)
def next_end(now):
    """Return the next moment at which a permission ends or a confirmation grows too old, or None."""
    authorizations = Authorization.objects.filter(expires_at__gt=now)
    permission = authorizations.aggregate(first=Min("expires_at"))["first"]
    return min(filter(None, (permission, next_confirmation(now))), default=None)


def next_confirmation(now):
    months = settings.STORY_CONFIRM_MONTHS
    good = Testimonial.objects.filter(sample=False, confirmed_on__gt=months_before(timezone.localdate(now), months))
    oldest = good.aggregate(first=Min("confirmed_on"))["first"]
    if oldest is None:
        return None
    day = timezone.make_aware(datetime.combine(months_after(oldest, months), time()))
    # A month that is shorter brings the day forward; whoever judges the story may still show it.
    return day if day > now else midnight(now)
