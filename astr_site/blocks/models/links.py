"""Blocks that lead onward."""

from functools import reduce
from operator import or_

from cms.models import CMSPlugin, Page
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from astr_site.editorial.records import record_for

from .rows import HeadedBlock

# What an address may begin with: nothing that is a program.
ADDRESSES = ("https://", "http://", "/", "#", "tel:", "mailto:")


class LeadsToPage(models.Model):
    """What blocks have in common that lead to a page of this site, which is their `destination`."""

    # The path of that page in the language of the block; fetching.py brings it along with the row.
    select_with = ("destination",)
    path_with = "destination"

    class Meta:
        abstract = True

    @cached_property
    def destination_path(self):
        return self.destination.get_path(self.language, fallback=False)

    @property
    def destination_address(self):
        """Return the address of the page, None while it has none in this language."""
        path = self.destination_path
        if path is None:
            return None
        with override(self.language):
            return reverse("pages-details-by-slug", kwargs={"slug": path}) if path else reverse("pages-root")


class Button(LeadsToPage, CMSPlugin):
    """A button that leads to a page of this site or to another address."""

    class Emphasis(models.TextChoices):
        MAIN = "main", _("The main thing to do here")
        SECOND = "second", _("Another thing to do here")

    label = models.CharField(_("words on it"), max_length=60, help_text=_("Begin with a verb and say where it leads."))
    destination = models.ForeignKey(
        Page,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page of this site"),
        help_text=_("The link follows the page when its address changes."),
    )
    address = models.CharField(
        _("or another address"),
        max_length=300,
        blank=True,
        help_text=_("Another address, or a place on this page such as #questions."),
    )
    emphasis = models.CharField(
        _("how important"),
        max_length=6,
        choices=Emphasis.choices,
        default=Emphasis.SECOND,
        help_text=_("One main thing in each section, at most two buttons together."),
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="button_leads_to_no_program",
                condition=reduce(
                    or_, (models.Q(address__startswith=start) for start in ADDRESSES), models.Q(address="")
                ),
            )
        ]

    def __str__(self):
        return self.label

    def clean(self):
        if bool(self.destination_id) == bool(self.address):
            raise ValidationError(_("Choose either a page of this site or another address."))
        if self.address and not self.address.startswith(ADDRESSES):
            raise ValidationError({"address": _("An address begins with https://, /, #, tel: or mailto:.")})

    @property
    def href(self):
        """Return the address that the button leads to, "#" while the page is not in this language."""
        if not self.destination_id:
            return self.address
        return self.destination_address or "#"


class Cards(HeadedBlock):
    """Cards that lead to pages of this site."""

    class Meta:
        proxy = True

    @property
    def shown(self):
        return [shown for card in self.child_plugin_instances or () if (shown := card.shown)]


class Card(LeadsToPage, CMSPlugin):
    """One card: a page of this site in a few words."""

    destination = models.ForeignKey(
        Page,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("page of this site"),
        help_text=_(
            "The card follows the page when its address changes, and is not shown while the page is not published."
        ),
    )
    heading = models.CharField(
        _("heading"), max_length=120, blank=True, help_text=_("Leave it empty to show the title of the page.")
    )
    text = models.CharField(
        _("text"), max_length=200, blank=True, help_text=_("Leave it empty to show the summary of the page.")
    )

    prefetch_with = ("destination__pagecontent_set",)

    def __str__(self):
        return self.heading or str(self.destination)

    @property
    def shown(self):
        """Return what the card shows, or None while its page is not published in this language."""
        content = next(
            (each for each in self.destination.pagecontent_set.all() if each.language == self.language), None
        )
        address = self.destination_address
        if content is None or address is None:
            return None
        text = self.text or content.meta_description
        return {"url": address, "heading": self.heading or content.title, "text": text}


class Sources(HeadedBlock):
    """The sources of the page, where staff want readers to see them."""

    class Meta:
        proxy = True

    @cached_property
    def citations(self):
        record = record_for(self.placeholder.source)
        return record.citations.all() if record else ()
