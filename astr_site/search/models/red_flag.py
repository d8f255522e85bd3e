"""Words that may mean an emergency."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from astr_site.blocks.models import CareCard
from astr_site.editorial.models import Source
from astr_site.editorial.subjects import lines


class RedFlag(models.Model):
    """Words that may mean an emergency, and the care card that then stands above the results.

    What the card says rests on sources (PRODUCT.md, rule 3) and has US wording.
    """

    name = models.CharField(_("name"), max_length=80, help_text=_("For staff, such as “Possible stroke”."))
    language = models.CharField(_("language"), max_length=15, choices=settings.LANGUAGES)
    phrases = models.TextField(
        _("what people type"),
        help_text=_("One wording in each line, such as “can’t pee”. The card shows when all its words are typed."),
    )
    level = models.CharField(_("how urgent"), max_length=12, choices=CareCard.Level.choices)
    heading = models.CharField(_("heading"), max_length=120, help_text=_("It says what to do, such as “Call 911”."))
    intro = models.CharField(_("introduction"), max_length=300, blank=True, help_text=_("A sentence before the list."))
    items = models.TextField(_("signs"), help_text=_("One sign in each line, in words that patients use."))
    closing = models.CharField(
        _("what to do"), max_length=200, blank=True, help_text=_("One sentence after the list, such as “Do not wait.”")
    )
    sources = models.ManyToManyField(Source, related_name="+", verbose_name=_("sources"))
    in_use = models.BooleanField(
        _("in use"), default=True, help_text=_("Untick it instead of deleting it, so that it does not come back.")
    )

    class Meta:
        ordering = ["language", "name"]
        verbose_name = _("red flag in search")
        verbose_name_plural = _("red flags in search")
        constraints = [models.UniqueConstraint(fields=["language", "name"], name="one_red_flag_per_name")]

    def __str__(self):
        return self.name

    @property
    def phrases_list(self):
        return lines(self.phrases)

    @property
    def items_list(self):
        return lines(self.items)
