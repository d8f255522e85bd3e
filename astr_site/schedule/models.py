"""When a version is to be published, and when it is to be taken down again."""

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Min, Q, When
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.models import Version


class ScheduledPublicationQuerySet(models.QuerySet):
    def pending(self):
        """Keep what the clock will act on, each with its next moment as `boundary`."""
        boundary = Case(
            When(version__state=DRAFT, then=F("publish_at")),
            When(version__state=PUBLISHED, then=F("take_down_at")),
        )
        return self.filter(refusal="").alias(moment=boundary).exclude(moment=None).annotate(boundary=boundary)

    def due(self, at):
        return self.pending().filter(boundary__lte=at).order_by("boundary", "pk")

    def refused(self):
        return self.exclude(refusal="").order_by("refused_at")

    def next_boundary(self):
        """Return the next moment at which what is public changes, or None."""
        return self.pending().aggregate(next=Min("boundary"))["next"]

    def next_end(self):
        """Return the next moment at which something public is taken down, or None."""
        return self.pending().filter(version__state=PUBLISHED).aggregate(next=Min("boundary"))["next"]


class ScheduledPublication(models.Model):
    """The dates of one version; they are gone once nothing is left to do."""

    version = models.OneToOneField(
        Version, on_delete=models.CASCADE, related_name="schedule", verbose_name=_("version")
    )
    publish_at = models.DateTimeField(_("publish on"), null=True, blank=True)
    take_down_at = models.DateTimeField(_("take down on"), null=True, blank=True)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("set by")
    )
    refusal = models.TextField(
        blank=True, editable=False, help_text=_("Why nothing happened when the moment came; staff are told.")
    )
    refused_at = models.DateTimeField(null=True, editable=False)

    objects = ScheduledPublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication date")
        verbose_name_plural = _("publication dates")
        constraints = [
            models.CheckConstraint(
                condition=Q(publish_at=None) | Q(take_down_at=None) | Q(take_down_at__gt=F("publish_at")),
                name="taken_down_after_it_is_published",
            ),
        ]

    def __str__(self):
        return str(self.version.content)
