"""Blocks made of rows. Those of one shape share one table, so that a page fetches them together."""

from cms.models import CMSPlugin
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from djangocms_text.fields import HTMLField


class HeadedBlock(CMSPlugin):
    """A heading over rows."""

    heading = models.CharField(
        _("heading"),
        max_length=120,
        blank=True,
        help_text=_("It stands above the rows. Leave it empty where the section’s heading already says it."),
    )

    def __str__(self):
        return self.heading


class KeyFacts(HeadedBlock):
    """Short questions with short answers."""

    class Meta:
        proxy = True


class Steps(HeadedBlock):
    """What happens, in order."""

    class Meta:
        proxy = True


class Accordion(HeadedBlock):
    """Questions whose answers open when asked."""

    class Meta:
        proxy = True


class Points(HeadedBlock):
    """Two or three short points beside each other."""

    class Meta:
        proxy = True


class Glossary(HeadedBlock):
    """Words with their plain meanings; each has an address of its own, such as /glossary/#term-fascia."""

    class Meta:
        proxy = True

    @property
    def terms(self):
        """Return the words by the alphabet, wherever staff put them, none with the address of one before it."""
        terms = {}
        for term in sorted(self.child_plugin_instances or (), key=lambda term: slugify(term.heading)):
            anchor = f"term-{slugify(term.heading)}"
            term.anchor = anchor if anchor not in terms else f"{anchor}-{term.pk}"
            terms[term.anchor] = term
        return list(terms.values())


class Lenses(HeadedBlock):
    """Three tissues under the lens."""

    class Meta:
        proxy = True


class Item(CMSPlugin):
    """One row of key facts, steps, an accordion or points."""

    heading = models.CharField(
        _("heading"), max_length=200, help_text=_("A few words: the step, the question, the fact or the point.")
    )
    text = HTMLField(
        _("text"), blank=True, help_text=_("One to three short sentences. Pasted text loses its colors and fonts.")
    )

    def __str__(self):
        return self.heading


class Note(Item):
    """A remark that stands beside the text; it has what a row has."""

    class Meta:
        proxy = True


class Term(Item):
    """A word that patients may not know, with its plain meaning; in a text it opens when asked."""

    class Meta:
        proxy = True


class Lens(CMSPlugin):
    """One tissue, drawn in a round frame."""

    class Drawing(models.TextChoices):
        SCAR = "scar", _("Scar tissue")
        TRIGGER = "trigger", _("Trigger point")
        FASCIA = "fascia", _("Fascia")

    drawing = models.CharField(
        _("drawing"), max_length=10, choices=Drawing.choices, help_text=_("The tissue that the round frame shows.")
    )
    heading = models.CharField(_("heading"), max_length=80, help_text=_("The name of the tissue in plain words."))
    text = models.TextField(
        _("text"),
        max_length=300,
        help_text=_(
            "What it is, and what ASTR clinicians say about it. The drawing says nothing that this leaves out."
        ),
    )

    def __str__(self):
        return self.heading
