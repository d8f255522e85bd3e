"""What staff type into each block. How it looks is the template's business, never a field's."""

from functools import reduce
from itertools import takewhile
from operator import or_

from cms.models import CMSPlugin, Page
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from djangocms_text.fields import HTMLField
from filer.fields.image import FilerImageField

from astr_site.editorial.subjects import lines


class HeadedBlock(CMSPlugin):
    """A heading over rows: one table for all such blocks, so that a page fetches them together."""

    heading = models.CharField(_("heading"), max_length=120, blank=True)

    def __str__(self):
        return self.heading


class Hero(CMSPlugin):
    """The opening of the home page; its heading is the page's h1."""

    class Drawing(models.TextChoices):
        HANDS_ON_BACK = "hands-on-back", _("Two hands on a back")

    heading = models.CharField(_("heading"), max_length=40, help_text=_("At most 40 letters, so that it stays large."))
    lede = models.CharField(_("introduction"), max_length=160)
    drawing = models.CharField(max_length=30, choices=Drawing.choices, default=Drawing.HANDS_ON_BACK)

    def __str__(self):
        return self.heading


class Band(CMSPlugin):
    """A section of the page that holds other blocks."""

    class Tone(models.TextChoices):
        PLAIN = "plain", _("Plain")
        EMPHASIS = "emphasis", _("Set apart")
        ASTR = "astr", _("About ASTR")

    heading = models.CharField(_("heading"), max_length=120, blank=True)
    lede = models.TextField(_("introduction"), max_length=400, blank=True)
    tone = models.CharField(
        max_length=10, choices=Tone.choices, default=Tone.PLAIN, help_text=_("What the section is, not how it looks.")
    )

    def __str__(self):
        return self.heading

    @property
    def opening(self):
        """Return the buttons that come first: under a heading they belong to the introduction."""
        blocks = self.child_plugin_instances or ()
        return list(takewhile(lambda block: isinstance(block, Button), blocks)) if self.heading else []

    @property
    def body(self):
        """Return the blocks that follow."""
        return list(self.child_plugin_instances or ())[len(self.opening) :]


class Columns(CMSPlugin):
    """Two blocks side by side on wide screens, below each other on phones."""

    class Layout(models.TextChoices):
        SECOND_WIDER = "5_7", _("The second is wider")
        FIRST_WIDER = "7_5", _("The first is wider")

    layout = models.CharField(max_length=3, choices=Layout.choices, default=Layout.SECOND_WIDER)

    def __str__(self):
        return self.get_layout_display()


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


class Item(CMSPlugin):
    """One row of key facts, steps, an accordion or points."""

    heading = models.CharField(_("heading"), max_length=200)
    text = HTMLField(_("text"), blank=True)

    def __str__(self):
        return self.heading


class Note(Item):
    """A remark that stands beside the text; it has what a row has."""

    class Meta:
        proxy = True


class CareCard(CMSPlugin):
    """When to get medical help, and where (US wording)."""

    class Level(models.TextChoices):
        NON_URGENT = "non_urgent", _("See a clinician")
        URGENT = "urgent", _("See a doctor now")
        EMERGENCY = "emergency", _("Call 911")

    level = models.CharField(max_length=12, choices=Level.choices)
    heading = models.CharField(_("heading"), max_length=120)
    intro = models.CharField(_("introduction"), max_length=300, blank=True)
    items = models.TextField(_("signs"), help_text=_("One sign in each line."))
    closing = models.CharField(_("what to do"), max_length=200, blank=True)

    def __str__(self):
        return self.heading

    @property
    def items_list(self):
        return lines(self.items)


class TwoLists(CMSPlugin):
    """Two lists beside each other, such as “may be an option” and “tell the clinician first”."""

    first_heading = models.CharField(max_length=120)
    first_items = models.TextField(help_text=_("One item in each line."))
    second_heading = models.CharField(max_length=120)
    second_items = models.TextField(help_text=_("One item in each line."))

    def __str__(self):
        return f"{self.first_heading} / {self.second_heading}"

    @property
    def first_items_list(self):
        return lines(self.first_items)

    @property
    def second_items_list(self):
        return lines(self.second_items)


class Questions(CMSPlugin):
    """Questions to take to a visit; they print with lines to write on."""

    heading = models.CharField(_("heading"), max_length=120, blank=True)
    intro = models.CharField(_("introduction"), max_length=300, blank=True)
    questions = models.TextField(help_text=_("One question in each line."))

    def __str__(self):
        return self.heading

    @property
    def questions_list(self):
        return lines(self.questions)


class Figure(CMSPlugin):
    """A picture with a caption."""

    picture = FilerImageField(on_delete=models.PROTECT, related_name="+")
    alternative_text = models.CharField(
        max_length=200, blank=True, help_text=_("What the picture says, for readers who cannot see it.")
    )
    decorative = models.BooleanField(
        default=False, help_text=_("Tick it when the picture adds nothing to the text; screen readers then skip it.")
    )
    caption = models.CharField(max_length=300, blank=True)

    select_with = ("picture",)

    def __str__(self):
        return self.caption or self.alternative_text

    def clean(self):
        if not self.decorative and not self.alternative_text.strip():
            raise ValidationError({"alternative_text": _("Say what the picture shows, or tick “decorative”.")})


class Lenses(HeadedBlock):
    """Three tissues under the lens."""

    class Meta:
        proxy = True


class Lens(CMSPlugin):
    """One tissue, drawn in a round frame."""

    class Drawing(models.TextChoices):
        SCAR = "scar", _("Scar tissue")
        TRIGGER = "trigger", _("Trigger point")
        FASCIA = "fascia", _("Fascia")

    drawing = models.CharField(max_length=10, choices=Drawing.choices)
    heading = models.CharField(_("heading"), max_length=80)
    text = models.TextField(_("text"), max_length=300)

    def __str__(self):
        return self.heading


# What an address may begin with: nothing that is a program.
ADDRESSES = ("https://", "http://", "/", "#", "tel:", "mailto:")


class Button(CMSPlugin):
    """A button that leads to a page of this site or to another address."""

    class Emphasis(models.TextChoices):
        MAIN = "main", _("The main thing to do here")
        SECOND = "second", _("Another thing to do here")

    label = models.CharField(max_length=60, help_text=_("Begin with a verb and say where it leads."))
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
        max_length=300, blank=True, help_text=_("Another address, or a place on this page such as #questions.")
    )
    emphasis = models.CharField(max_length=6, choices=Emphasis.choices, default=Emphasis.SECOND)

    # fetching.py brings these along with the row.
    select_with = ("destination",)
    prefetch_with = ("destination__urls",)

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
        path = next((url.path for url in self.destination.urls.all() if url.language == self.language), None)
        if path is None:
            return "#"
        with override(self.language):
            return reverse("pages-details-by-slug", kwargs={"slug": path}) if path else reverse("pages-root")
