"""The large parts of a page."""

from itertools import takewhile

from cms.models import CMSPlugin
from django.db import models
from django.utils.translation import gettext_lazy as _

from .links import Button


class Hero(CMSPlugin):
    """The opening of the home page; its heading is the page's h1."""

    class Drawing(models.TextChoices):
        HANDS_ON_BACK = "hands-on-back", _("Two hands on a back")

    heading = models.CharField(_("heading"), max_length=40, help_text=_("At most 40 letters, so that it stays large."))
    lede = models.CharField(
        _("introduction"), max_length=160, help_text=_("One or two sentences that say what patients find here.")
    )
    drawing = models.CharField(
        _("drawing"),
        max_length=30,
        choices=Drawing.choices,
        default=Drawing.HANDS_ON_BACK,
        help_text=_("It stands below the words and is described to people who cannot see it."),
    )

    def __str__(self):
        return self.heading


class Band(CMSPlugin):
    """A section of the page that holds other blocks."""

    class Tone(models.TextChoices):
        PLAIN = "plain", _("Plain")
        EMPHASIS = "emphasis", _("Set apart")
        ASTR = "astr", _("About ASTR")

    heading = models.CharField(
        _("heading"),
        max_length=120,
        blank=True,
        help_text=_(
            "Patients find their way by headings. Leave it empty only where the section goes on with the last."
        ),
    )
    lede = models.TextField(
        _("introduction"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences in larger letters below the heading. It shows only with a heading."),
    )
    tone = models.CharField(
        _("kind of section"),
        max_length=10,
        choices=Tone.choices,
        default=Tone.PLAIN,
        help_text=_(
            "What the section is, not how it looks. Of two neighbors that are set apart the second turns plain."
        ),
    )

    # Set where the section before it is set apart too (astr_site/blocks/rhythm.py).
    turned_plain = False

    def __str__(self):
        return self.heading

    @property
    def tone_shown(self):
        return self.Tone.PLAIN if self.turned_plain else self.tone

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

    layout = models.CharField(
        _("which is wider"),
        max_length=3,
        choices=Layout.choices,
        default=Layout.SECOND_WIDER,
        help_text=_("Give the wider place to the block with more words. On phones both are as wide as the screen."),
    )

    def __str__(self):
        return self.get_layout_display()
