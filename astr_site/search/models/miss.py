"""What people did not find."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Miss(models.Model):
    """Words that at least five searches ended with in nothing, how many, and no more (issue 8, item 5)."""

    language = models.CharField(_("language"), max_length=15, choices=settings.LANGUAGES)
    words = models.CharField(_("what people typed"), max_length=80)
    count = models.PositiveIntegerField(_("searches"))
    month = models.DateField(_("last in the month of"), help_text=_("Its first day: which month, and no closer."))

    class Meta:
        ordering = ["-count", "words"]
        verbose_name = _("search without a result")
        verbose_name_plural = _("searches without a result")
        constraints = [models.UniqueConstraint(fields=["language", "words"], name="one_miss_per_words")]

    def __str__(self):
        return self.words
