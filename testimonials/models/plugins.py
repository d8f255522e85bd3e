"""Blocks that show stories inside any page; which ones is asked of the judge on every request."""

from cms.models import CMSPlugin
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from techniques.models import Technique

from .content import TestimonialContent
from .listing import cards, listed
from .testimonial import Testimonial


class Story(CMSPlugin):
    """One story inside any page."""

    testimonial = models.ForeignKey(
        Testimonial,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("story"),
        help_text=_("Whose story it is. Where it may not be shown, the page goes on without it."),
    )

    def __str__(self):
        return str(self.testimonial)

    @cached_property
    def stories(self):
        shown = TestimonialContent.objects.in_language(self.language).shown()
        return shown.filter(testimonial=self.testimonial_id).for_cards()


class StoryWall(CMSPlugin):
    """Stories beside each other: the ones that staff chose, or the newest ones, of one technique or of all."""

    heading = models.CharField(
        _("heading"),
        max_length=120,
        blank=True,
        help_text=_("It stands above the stories. Leave it empty where the section’s heading already says it."),
    )
    lede = models.TextField(
        _("introduction"), max_length=400, blank=True, help_text=_("One or two sentences below the heading.")
    )
    chosen = models.ManyToManyField(
        Testimonial,
        blank=True,
        related_name="+",
        verbose_name=_("these stories"),
        help_text=_("Choose stories, or leave it empty to show the newest ones."),
    )
    technique = models.ForeignKey(
        Technique,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Leave it empty to show stories about any technique."),
        verbose_name=_("technique"),
    )
    limit = models.PositiveSmallIntegerField(
        _("how many"), default=3, help_text=_("The most that are shown. Two or three are read; more are passed over.")
    )

    def __str__(self):
        return self.heading

    prefetch_with = ("chosen",)

    def copy_relations(self, old_instance):
        """Carry the chosen stories over to a new version of the page (django CMS asks for it)."""
        self.chosen.set(old_instance.chosen.all())

    @cached_property
    def stories(self):
        listing = listed(self.language)
        if chosen := [story.pk for story in self.chosen.all()]:
            return cards(listing.among(chosen)[: self.limit])
        if self.technique_id:
            return cards(listing.about(self.technique_id, self.limit))
        return cards(listing.newest(self.limit))
