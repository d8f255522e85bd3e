"""How people say what our pages call otherwise."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from astr_site.editorial.subjects import lines


class Synonym(models.Model):
    """What people type, and the words that our pages have for it."""

    language = models.CharField(_("language"), max_length=15, choices=settings.LANGUAGES)
    term = models.CharField(
        _("what people type"),
        max_length=80,
        help_text=_("Such as “back cracking”. Endings, accents and the order of the words make no difference."),
    )
    meanings = models.TextField(
        _("what our pages say"),
        max_length=400,
        help_text=_("One wording in each line, such as “spinal manipulation”. A page is found by any of them."),
    )
    in_use = models.BooleanField(
        _("in use"), default=True, help_text=_("Untick it instead of deleting it, so that it does not come back.")
    )

    class Meta:
        ordering = ["language", "term"]
        verbose_name = _("synonym for search")
        verbose_name_plural = _("synonyms for search")
        constraints = [
            models.UniqueConstraint(
                fields=["language", "term"],
                name="one_synonym_per_term",
                violation_error_message=_("This wording has an entry already. Add your words to it."),
            )
        ]

    def __str__(self):
        return self.term

    @property
    def meanings_list(self):
        return lines(self.meanings)
