"""Sources, and the record of sources and reviews behind each version of a page."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.models import Version


class Source(models.Model):
    """A publication that a statement about health rests on (PRODUCT.md, rule 3)."""

    class Confidence(models.TextChoices):
        HIGH = "H", _("High: an official body or an original paper")
        MEDIUM = "M", _("Medium: a good source, dated or with an interest")

    key = models.SlugField(
        max_length=20, unique=True, help_text=_("A short name that staff and content files use, such as S12.")
    )
    title = models.CharField(max_length=300, help_text=_("The title as the publisher writes it."))
    publisher = models.CharField(max_length=200, help_text=_("Who published it, and where."))
    url = models.URLField(max_length=500, blank=True, help_text=_("Patients can follow this address."))
    published = models.CharField(
        max_length=100, blank=True, help_text=_("The date on the publication. Leave it empty when it carries none.")
    )
    accessed = models.DateField(help_text=_("The day on which one of us last read it."))
    confidence = models.CharField(max_length=1, choices=Confidence.choices)

    class Meta:
        ordering = ["key"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self):
        return f"{self.key}: {self.title}"


class EditorialRecord(models.Model):
    """What stands behind one version of a page or subject: its sources and its reviews."""

    version = models.OneToOneField(Version, on_delete=models.CASCADE, related_name="editorial_record")

    class Meta:
        verbose_name = _("sources and reviews")
        verbose_name_plural = _("sources and reviews")

    def __str__(self):
        return str(self.version.content) if self.version_id else ""

    @property
    def review(self):
        """Return the newest review, or None while no clinician has reviewed the text."""
        return max(self.reviews.all(), key=lambda review: review.reviewed_on, default=None)


class Citation(models.Model):
    """One source in the list at the foot of a page."""

    record = models.ForeignKey(EditorialRecord, on_delete=models.CASCADE, related_name="citations")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["record", "source"], name="source_cited_once_per_version")]
        verbose_name = _("source on this page")
        verbose_name_plural = _("sources on this page")

    def __str__(self):
        return str(self.source)


class Review(models.Model):
    """A clinician's review of one version (PRODUCT.md, rule 4: never invented)."""

    class State(models.TextChoices):
        CURRENT = "current", _("Reviewed")
        DUE = "due", _("Next review due soon")
        OVERDUE = "overdue", _("Review overdue")
        CHANGED = "changed", _("Changed since the review")

    NOTICE = timezone.timedelta(days=60)

    record = models.ForeignKey(EditorialRecord, on_delete=models.CASCADE, related_name="reviews")
    reviewed_on = models.DateField(help_text=_("The day on which the clinician finished reading this text."))
    reviewer_name = models.CharField(max_length=120, help_text=_("Patients see this name."))
    reviewer_credentials = models.CharField(
        max_length=120, help_text=_("Licence and degree as patients should read them, such as “PT, DPT”.")
    )
    next_due = models.DateField(help_text=_("From this day on, the page tells readers that its review is overdue."))
    note = models.TextField(blank=True, help_text=_("For staff only: what was checked and what was changed."))
    carried_over = models.BooleanField(
        default=False,
        editable=False,
        help_text=_("Set when a new draft was made from the version that the clinician read."),
    )

    class Meta:
        ordering = ["-reviewed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(next_due__gt=models.F("reviewed_on")), name="next_review_after_this_one"
            )
        ]
        verbose_name = _("review")
        verbose_name_plural = _("reviews")

    def __str__(self):
        return f"{self.reviewer_name}, {self.reviewed_on}"

    def clean(self):
        if self.reviewed_on and self.reviewed_on > timezone.localdate():
            raise ValidationError({"reviewed_on": _("A review cannot lie in the future.")})
        if self.reviewed_on and self.next_due and self.next_due <= self.reviewed_on:
            raise ValidationError({"next_due": _("The next review must come after this one.")})

    @property
    def state(self):
        """Say how far a reader may rely on this review today."""
        today = timezone.localdate()
        if self.carried_over:
            return self.State.CHANGED
        if today >= self.next_due:
            return self.State.OVERDUE
        if today >= self.next_due - self.NOTICE:
            return self.State.DUE
        return self.State.CURRENT
