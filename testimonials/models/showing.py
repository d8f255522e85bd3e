"""How often other websites showed a story."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .testimonial import Testimonial


class Showing(models.Model):
    """One story on one website on one day. Nothing about who looked is kept (PRODUCT.md, rule 5)."""

    day = models.DateField(_("day"))
    host = models.CharField(_("website"), max_length=253, blank=True)
    testimonial = models.ForeignKey(
        Testimonial, on_delete=models.CASCADE, related_name="showings", verbose_name=_("patient story")
    )
    times = models.PositiveIntegerField(_("times shown"), default=0)

    class Meta:
        ordering = ["-day", "host"]
        verbose_name = _("showing elsewhere")
        verbose_name_plural = _("shown on other websites")
        constraints = [
            models.UniqueConstraint(fields=["day", "host", "testimonial"], name="one_count_a_day_host_and_story")
        ]

    def __str__(self):
        return f"{self.day}, {self.host or '?'}"
