from django.db import models
from django.utils.translation import gettext_lazy as _


class Violation(models.Model):
    """Something that browsers refused on our pages: counted by kind, without anybody's address or words."""

    directive = models.CharField(_("rule"), max_length=40)
    blocked = models.CharField(_("what was refused"), max_length=200)
    page = models.CharField(_("kind of page"), max_length=200)
    times = models.PositiveIntegerField(_("times"), default=1)
    first_seen = models.DateTimeField(_("first seen"), auto_now_add=True)
    last_seen = models.DateTimeField(_("last seen"), auto_now=True)

    class Meta:
        verbose_name = _("refused by browsers")
        verbose_name_plural = _("refused by browsers")
        ordering = ["-last_seen"]
        constraints = [models.UniqueConstraint(fields=["directive", "blocked", "page"], name="violation_once")]

    def __str__(self):
        return f"{self.directive}: {self.blocked}"
