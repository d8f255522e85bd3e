"""How a story stands today, for staff: as filters of its list and as words beside it (issue 5, item 8)."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from .dates import months_before
from .models import Authorization, CaptionTrack, Channel, Testimonial, TestimonialContent

NOTICE_DAYS = (30, 60, 90)


def live(stories):
    """Keep the stories that readers see now."""
    return stories.filter(pk__in=TestimonialContent.objects.shown().values("testimonial"))


def runs_out(stories, days):
    """Keep the stories whose last permission, or whose confirmation, ends within so many days."""
    now = timezone.now()
    later = now + timedelta(days=days)
    lapsing = Q(
        confirmed_on__gt=months_before(timezone.localdate(now), settings.STORY_CONFIRM_MONTHS),
        confirmed_on__lte=months_before(timezone.localdate(later), settings.STORY_CONFIRM_MONTHS),
    )
    allowed = with_end(stories).filter(Exists(permissions(now)))
    return allowed.filter(lapsing | Q(ends_at__lte=later))


def withdrawn(stories):
    """Keep the stories that were withdrawn and have no permission left."""
    records = Authorization.objects.filter(testimonial=OuterRef("pk"))
    return stories.filter(Exists(records.filter(withdrawn_at__isnull=False)), ~Exists(permissions(timezone.now())))


def lacks_captions(stories):
    """Keep the stories without captions that a person has checked."""
    checked = CaptionTrack.objects.checked().filter(testimonial=OuterRef("pk"))
    return stories.filter(~Exists(checked), sample=False)


def permissions(now):
    return Authorization.objects.in_force(now).covering(Channel.SITE).filter(testimonial=OuterRef("pk"))


def with_end(stories):
    """Add to each story the moment at which its last permission ends, None where an event ends it."""
    last = permissions(timezone.now()).order_by(F("expires_at").desc(nulls_first=True))
    return stories.annotate(ends_at=Subquery(last.values("expires_at")[:1]))


def due():
    """Return the stories that need somebody soon, for the home page of staff."""
    return runs_out(Testimonial.objects.filter(sample=False), NOTICE_DAYS[-1])
