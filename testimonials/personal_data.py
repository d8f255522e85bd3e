"""Patients: what they told, what they allowed, and the way by which they take it back."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage

from astr_site.privacy import Holding, forgets, holds, kept_for, months_ago

from .models import Authorization, CaptionTrack, PrivateLink, Showing, Testimonial, TestimonialContent, story_storage
from .models.authorization import YEARS_KEPT

UNTIL_REMOVED = "until staff remove it; the media can be deleted at any time"


@holds(10)
def stories():
    return Holding(
        whose="patients",
        what="display name, film, poster, captions, body area, when it was recorded and last confirmed",
        where="testimonials.Testimonial and its history, testimonials.CaptionTrack; files in "
        + ("DATA_DIR/stories" if isinstance(story_storage(), FileSystemStorage) else "the bucket of STORIES_URL"),
        why="to show the story where the person allowed it",
        kept=UNTIL_REMOVED,
        seen_by="readers while the person allows it; marketing, administrators",
        rows=Testimonial.objects.count() + Testimonial.history.count() + CaptionTrack.objects.count(),
    )


@holds(11)
def words():
    return Holding(
        whose="patients",
        what="what the person said and went through, in words",
        where="testimonials.TestimonialContent with all its versions, and the blocks on its page",
        why="to show the story where the person allowed it",
        kept="the newest as long as the story; older versions see KEEP_VERSIONS_MONTHS",
        seen_by="readers while the person allows it; marketing, administrators",
        rows=TestimonialContent._base_manager.count(),
    )


@holds(12)
def permissions():
    return Holding(
        whose="patients",
        what="what the person allowed, when it was signed, by whom, when it ends or was withdrawn; not the form itself",
        where="testimonials.Authorization and its history",
        why="45 CFR 164.508 asks for it",
        kept=f"{YEARS_KEPT} years or more after it last had effect; until then deletion is refused (45 CFR 164.530(j))",
        seen_by="the privacy officer, administrators; marketing may read",
        rows=Authorization.objects.count() + Authorization.history.count(),
    )


@holds(13)
def private_links():
    return Holding(
        whose="patients",
        what="a fingerprint of the secret address by which the person withdraws; the address itself is not kept",
        where="testimonials.PrivateLink",
        why="so that the person can withdraw alone",
        kept="as long as the story",
        seen_by="the privacy officer, administrators",
        rows=PrivateLink.objects.count(),
    )


@holds(14)
def showings():
    return Holding(
        whose="nobody",
        what="how often another website showed a story, by day; nothing of who looked",
        where="testimonials.Showing",
        why="so that marketing and the person in the story know where it stands",
        kept=f"{kept_for(settings.OPERATION.keep_counts_months)} (KEEP_COUNTS_MONTHS)",
        seen_by="marketing, administrators; the person in the story",
        rows=Showing.objects.count(),
    )


@forgets("counts of other websites that showed a story (KEEP_COUNTS_MONTHS)")
def old_showings(now):
    """Nothing in them is of a person; they are only of no use any more."""
    before = months_ago(now, settings.OPERATION.keep_counts_months)
    return Showing.objects.filter(day__lt=before.date()).delete()[0] if before else 0
