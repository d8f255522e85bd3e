"""How pages stand with their clinical review, for lists that staff work through (issue 4, item 3)."""

import datetime

from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

NOTICE = datetime.timedelta(days=60)


class Standing(models.TextChoices):
    """What a page's review asks of staff, the most pressing first."""

    OVERDUE = "1_overdue", _("Review overdue")
    CHANGED = "2_changed", _("Changed since the review")
    DUE = "3_due", _("Review due soon")
    AWAITING = "4_awaiting", _("Awaiting clinical review")
    REVIEWED = "5_reviewed", _("Reviewed")


class EditorialRecordQuerySet(models.QuerySet):
    """Records of sources and reviews."""

    def public(self):
        """Keep the records of published health pages: only these owe readers a review."""
        return self.filter(version__state="published", about_health=True)

    def with_standing(self):
        """Give each record `.standing` (of `Standing`), `.reviewed_on` and `.next_due` (of its newest review)."""
        newest = self.model._meta.get_field("reviews").related_model.objects.filter(record=OuterRef("pk"))
        newest = newest.order_by("-reviewed_on", "-pk")
        today = timezone.localdate()
        return self.annotate(
            reviewed_on=Subquery(newest.values("reviewed_on")[:1]),
            next_due=Subquery(newest.values("next_due")[:1]),
            changed=Subquery(newest.values("text_changed")[:1]),
            standing=Case(
                When(next_due=None, then=Value(Standing.AWAITING)),
                When(next_due__lte=today, then=Value(Standing.OVERDUE)),
                When(changed=True, then=Value(Standing.CHANGED)),
                When(next_due__lte=today + NOTICE, then=Value(Standing.DUE)),
                default=Value(Standing.REVIEWED),
                output_field=models.CharField(),
            ),
        )

    def needing_review(self, owner=None):
        """Return the public pages that need a reviewer, the most pressing first, for the staff home and lists.

        Each record has `.standing` (`Standing(record.standing).label` in words), `.reviewed_on`, `.next_due`
        (both None while it awaits its first review), `.owner`, and `.version.content` with title and address.
        Pages whose review is good for more than 60 days are left out. `owner` keeps that person's pages.
        """
        records = self.public().with_standing().exclude(standing=Standing.REVIEWED)
        if owner is not None:
            records = records.filter(owner=owner)
        records = records.select_related("owner", "version").prefetch_related("version__content")
        return records.order_by("standing", F("next_due").asc(nulls_last=True), "pk")

    def without_owner(self):
        return self.filter(Q(owner=None) | Q(owner__is_active=False))
