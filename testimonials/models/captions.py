"""Captions, and who has checked them."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .files import random_name, story_storage
from .testimonial import Testimonial


class CaptionTrackQuerySet(models.QuerySet):
    def checked(self):
        """Keep the captions that a person has read against the video (A1)."""
        return self.filter(checked_at__isnull=False)

    def readable(self):
        """Keep the captions that readers may have; those of a sample need no check, for nobody speaks in it."""
        return self.checked() | self.filter(testimonial__sample=True)


class CaptionTrack(models.Model):
    """Captions of a story in one language, as WebVTT (A1)."""

    testimonial = models.ForeignKey(
        Testimonial, on_delete=models.CASCADE, related_name="captions", verbose_name=_("patient story")
    )
    language = models.CharField(_("language"), max_length=15, choices=settings.LANGUAGES)
    file = models.FileField(
        _("captions"),
        storage=story_storage,
        upload_to=random_name,
        help_text=_("A WebVTT (.vtt) or SubRip (.srt) file."),
    )
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True, editable=False)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("checked by"),
    )

    objects = CaptionTrackQuerySet.as_manager()

    class Meta:
        ordering = ["language"]
        verbose_name = _("caption track")
        verbose_name_plural = _("captions")
        constraints = [
            models.UniqueConstraint(fields=["testimonial", "language"], name="one_track_per_language"),
            models.CheckConstraint(
                condition=models.Q(checked_at=None, checked_by=None)
                | models.Q(checked_at__isnull=False, checked_by__isnull=False),
                name="captions_checked_by_whom",
            ),
        ]

    def __str__(self):
        return self.get_language_display()

    @property
    def checked(self):
        return self.checked_at is not None

    def check_by(self, user):
        """Record that `user` has read these captions against the video; None takes the record back."""
        self.checked_by = user
        self.checked_at = timezone.now() if user else None
