"""Sources, and the record of sources and reviews behind each version of a page."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.models import Version

from .standing import NOTICE, EditorialRecordQuerySet


class Source(models.Model):
    """A publication that a statement about health rests on (PRODUCT.md, rule 3)."""

    class Confidence(models.TextChoices):
        HIGH = "H", _("High: an official body or an original paper")
        MEDIUM = "M", _("Medium: a good source, dated or with an interest")

    key = models.SlugField(
        _("key"), max_length=20, unique=True, help_text=_("A short name that staff and content files use, such as S12.")
    )
    title = models.CharField(_("title"), max_length=300, help_text=_("The title as the publisher writes it."))
    publisher = models.CharField(_("publisher"), max_length=200, help_text=_("Who published it, and where."))
    url = models.URLField(
        _("web address"), max_length=500, blank=True, help_text=_("Patients can follow this address.")
    )
    published = models.CharField(
        _("published"),
        max_length=100,
        blank=True,
        help_text=_("The date on the publication. Leave it empty when it carries none."),
    )
    accessed = models.DateField(_("last read"), help_text=_("The day on which one of us last read it."))
    confidence = models.CharField(_("confidence"), max_length=1, choices=Confidence.choices)

    class Meta:
        ordering = ["key"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self):
        return f"{self.key}: {self.title}"


class EditorialRecord(models.Model):
    """What stands behind one version of a page or subject: its sources, its reviews, and who looks after it."""

    version = models.OneToOneField(
        Version, on_delete=models.CASCADE, related_name="editorial_record", verbose_name=_("version")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("looked after by"),
        help_text=_("This person is told by e-mail when the next review comes near."),
    )
    about_health = models.BooleanField(
        _("says something about health"),
        default=True,
        help_text=_("Untick it only for a page without one statement about health, such as contact details."),
    )

    objects = EditorialRecordQuerySet.as_manager()

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

    record = models.ForeignKey(
        EditorialRecord, on_delete=models.CASCADE, related_name="citations", verbose_name=_("record")
    )
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations", verbose_name=_("source"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

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

    record = models.ForeignKey(
        EditorialRecord, on_delete=models.CASCADE, related_name="reviews", verbose_name=_("record")
    )
    reviewed_on = models.DateField(
        _("reviewed on"), help_text=_("The day on which the clinician finished reading this text.")
    )
    reviewer_name = models.CharField(_("reviewer"), max_length=120, help_text=_("Patients see this name."))
    reviewer_credentials = models.CharField(
        _("credentials"),
        max_length=120,
        help_text=_("Licence and degree as patients should read them, such as “PT, DPT”."),
    )
    next_due = models.DateField(
        _("next review due"), help_text=_("From this day on, the page tells readers that its review is overdue.")
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("For staff only: what was checked and what was changed.")
    )
    text_changed = models.BooleanField(
        default=False,
        editable=False,
        help_text=_("Set when the text is no longer the one that the clinician read."),
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)
    reminded = models.PositiveSmallIntegerField(
        null=True, editable=False, help_text=_("How many days before the next review its owner was last told.")
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
    def overdue(self):
        return timezone.localdate() >= self.next_due

    @property
    def state(self):
        """Say how far a reader may rely on this review today."""
        if self.text_changed:
            return self.State.CHANGED
        if self.overdue:
            return self.State.OVERDUE
        if timezone.localdate() >= self.next_due - NOTICE:
            return self.State.DUE
        return self.State.CURRENT


class ClaimQuerySet(models.QuerySet):
    def valid_on(self, day):
        return self.filter(valid_until__gte=day)


class EfficacyWord(models.Model):
    """Wording that promises an effect; it may stand only inside a registered claim (PRODUCT.md, rule 3)."""

    language = models.CharField(_("language"), max_length=15, choices=settings.LANGUAGES)
    wording = models.CharField(
        _("word or phrase"),
        max_length=80,
        help_text=_("An asterisk stands for any letters, as in “guarantee*”; # stands for any number, as in “#%”."),
    )
    note = models.CharField(
        _("note"),
        max_length=200,
        blank=True,
        help_text=_("What staff could write instead; they see it in the checklist."),
    )
    in_use = models.BooleanField(
        _("in use"), default=True, help_text=_("Untick it to let the word pass; the list keeps it.")
    )

    class Meta:
        ordering = ["language", "wording"]
        constraints = [models.UniqueConstraint(fields=["language", "wording"], name="efficacy_word_listed_once")]
        verbose_name = _("efficacy word")
        verbose_name_plural = _("efficacy words")

    def __str__(self):
        return self.wording


class Claim(models.Model):
    """A registered statement about an effect, with the evidence that it rests on (PRODUCT.md, rule 3)."""

    class Grade(models.TextChoices):
        HIGH = "high", _("High: more research is unlikely to change it")
        MODERATE = "moderate", _("Moderate: more research may change it")
        LOW = "low", _("Low: more research is likely to change it")
        VERY_LOW = "very_low", _("Very low: it is uncertain")
        NONE = "none", _("No evidence of an effect, and the wording says so")

    language = models.CharField(_("language"), max_length=15, choices=settings.LANGUAGES)
    wording = models.CharField(
        _("wording"), max_length=300, help_text=_("Word for word as pages say it. Nothing outside it is covered.")
    )
    sources = models.ManyToManyField(
        Source, related_name="claims", verbose_name=_("evidence"), help_text=_("The sources that show it.")
    )
    grade = models.CharField(
        _("grade of the evidence"), max_length=10, choices=Grade.choices, help_text=_("In the words of GRADE.")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("looked after by"),
    )
    valid_until = models.DateField(
        _("valid until"), help_text=_("The last day on which pages may be published with it without a new look.")
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("For staff only: what the sources say, and how sure they are.")
    )

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["language", "wording"]
        constraints = [models.UniqueConstraint(fields=["language", "wording"], name="claim_registered_once")]
        verbose_name = _("registered claim")
        verbose_name_plural = _("registered claims")

    def __str__(self):
        return self.wording


class PastAdvice(models.Model):
    """Why somebody published past the gate's advice: who, when, past what, for which reason."""

    version = models.ForeignKey(
        Version, on_delete=models.CASCADE, related_name="past_advice", verbose_name=_("version")
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("given by")
    )
    given_at = models.DateTimeField(_("given at"), auto_now_add=True)
    reason = models.TextField(_("reason"), max_length=500)
    findings = models.JSONField(_("findings"), default=list)

    class Meta:
        ordering = ["-given_at", "-pk"]
        verbose_name = _("publication past advice")
        verbose_name_plural = _("publications past advice")

    def __str__(self):
        return self.reason
