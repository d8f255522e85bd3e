"""Blocks whose items are typed one in each line."""

from cms.models import CMSPlugin
from django.db import models
from django.utils.translation import gettext_lazy as _

from astr_site.editorial.subjects import lines


class CareCard(CMSPlugin):
    """When to get medical help, and where (US wording)."""

    class Level(models.TextChoices):
        NON_URGENT = "non_urgent", _("See a clinician")
        URGENT = "urgent", _("See a doctor now")
        EMERGENCY = "emergency", _("Call 911")

    level = models.CharField(
        _("how urgent"),
        max_length=12,
        choices=Level.choices,
        help_text=_("Have at most one card that says “Call 911” in view at a time, and put it first."),
    )
    heading = models.CharField(
        _("heading"),
        max_length=120,
        help_text=_("It says what to do and leads into the list, such as “Call 911 if you have”."),
    )
    intro = models.CharField(
        _("introduction"), max_length=300, blank=True, help_text=_("A sentence before the list, where one is needed.")
    )
    items = models.TextField(_("signs"), help_text=_("One sign in each line, in words that patients use."))
    closing = models.CharField(
        _("what to do"), max_length=200, blank=True, help_text=_("One sentence after the list, such as “Do not wait.”")
    )

    def __str__(self):
        return self.heading

    @property
    def items_list(self):
        return lines(self.items)


class TwoLists(CMSPlugin):
    """Two lists beside each other, such as “may be an option” and “tell the clinician first”."""

    first_heading = models.CharField(
        _("heading of the first list"),
        max_length=120,
        help_text=_("It leads into its list, such as “It may suit you if”."),
    )
    first_items = models.TextField(_("first list"), help_text=_("One item in each line. These items carry a tick."))
    second_heading = models.CharField(
        _("heading of the second list"),
        max_length=120,
        help_text=_("It leads into its list, such as “Tell the clinician first if you”."),
    )
    second_items = models.TextField(_("second list"), help_text=_("One item in each line. These items carry a dot."))

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

    heading = models.CharField(_("heading"), max_length=120, blank=True, help_text=_("Such as “Before you book, ask”."))
    intro = models.CharField(
        _("introduction"),
        max_length=300,
        blank=True,
        help_text=_("A sentence before the questions, where one is needed."),
    )
    questions = models.TextField(
        _("questions"),
        help_text=_("One question in each line, three to seven of them. On paper each gets a line to write on."),
    )

    def __str__(self):
        return self.heading

    @property
    def questions_list(self):
        return lines(self.questions)
