"""The words of a story, and the one judge of when it may be seen."""

from django.db import models
from django.db.models import Exists, Min, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.constants import PUBLISHED

from astr_site.editorial.models import Source
from astr_site.editorial.subjects import SubjectContent, SubjectContentManager, SubjectContentQuerySet, lines
from astr_site.page_cache.reading import STORIES, shows

from .authorization import Channel, consents
from .captions import CaptionTrack
from .testimonial import Testimonial

# A2 and F1: what the page tells beside the video, in words that are versioned with the story.
TELLS = ("treated_when", "problem", "visits", "other_treatment")


class TestimonialContentQuerySet(SubjectContentQuerySet):
    def visible(self, at, channel):
        """Keep the stories that may be seen at the moment `at` on `channel`: the only judge of it.

        Every surface starts from here (PRODUCT.md, Testimonials). It is one query about rows as they are
        now, so that running out and withdrawing need no job. A sample shows no patient and needs no
        authorization; it is marked wherever it appears.
        """
        shows(STORIES)
        captions = CaptionTrack.objects.filter(testimonial=OuterRef("testimonial"))
        allowed = consents(at, channel).filter(testimonial=OuterRef("testimonial"))
        sample = Q(Exists(captions), testimonial__sample=True)
        real = Q(Exists(captions.checked()), Exists(allowed), self.tells_enough(), testimonial__sample=False)
        # Asked of each story alone, so that judging one costs the same however many there are.
        fit = Exists(Testimonial.objects.fit_to_show(at).filter(pk=OuterRef("testimonial")))
        return self.filter(sample | real, fit).exclude(transcript="")

    @staticmethod
    def tells_enough():
        """Ask for what A2 wants told, and for a source behind what most people can expect (F1)."""
        told = Q(*(~Q(**{field: ""}) for field in TELLS))
        return told & Q(Q(expected_results="") | Q(expected_source__isnull=False))

    def shown(self):
        """Keep the stories that may be seen on this website now."""
        return self.visible(timezone.now(), Channel.SITE)

    def elsewhere(self):
        """Keep the stories that other websites may show now (H4)."""
        return self.visible(timezone.now(), Channel.ELSEWHERE)

    def knowing_elsewhere(self):
        """Say of each story, as `travels`, whether other websites may show it now."""
        return self.annotate(travels=Exists(self.model.objects.elsewhere().filter(pk=OuterRef("pk"))))

    def for_cards(self):
        return self.select_related("testimonial").prefetch_related("testimonial__captions")

    def for_page(self):
        return self.for_cards().select_related("expected_source").with_first_moment()

    def with_first_moment(self):
        """Give each story as `first_published` the moment at which it first stood on this website, in any language."""
        of_story = self.model._base_manager.filter(testimonial=OuterRef("testimonial")).order_by()
        published = of_story.filter(versions__statetracking__new_state=PUBLISHED).values("testimonial")
        first = published.annotate(first=Min("versions__statetracking__date")).values("first")
        return self.annotate(first_published=Subquery(first))

    def newest_first(self):
        return self.order_by("-testimonial__recorded_on", "-testimonial_id")


class TestimonialContentManager(SubjectContentManager.from_queryset(TestimonialContentQuerySet)):
    """Published stories; ask `visible` before showing one."""


class TestimonialContent(SubjectContent):
    """The words of a story in one language and version."""

    grouper_field = "testimonial"
    url_name = "testimonials:detail"
    slot_names = ("body",)
    # A story is one person's experience and says so (F1).
    rests_on_sources = False
    # Known where a query asked for it (`with_first_moment`).
    first_published = None
    spoken_fields = ("transcript",)

    testimonial = models.ForeignKey(
        Testimonial, on_delete=models.CASCADE, related_name="contents", verbose_name=_("patient story")
    )
    transcript = models.TextField(
        _("transcript"),
        blank=True,
        help_text=_(
            "Every spoken word, a line for each part, such as “0:12 It began in spring.” "
            "Leave it empty to start from the captions."
        ),
    )
    treated_when = models.CharField(
        _("when"), max_length=120, blank=True, help_text=_("When the person had care, such as “spring 2025”.")
    )
    problem = models.CharField(
        _("what problem"), max_length=200, blank=True, help_text=_("What the person came for, in their words.")
    )
    visits = models.CharField(
        _("how many visits"), max_length=120, blank=True, help_text=_("Such as “8 visits in 3 months”.")
    )
    other_treatment = models.CharField(
        _("other treatment at the same time"),
        max_length=300,
        blank=True,
        help_text=_("What else may have helped, such as “exercises at home”. Write “none” only if you asked."),
    )
    expected_results = models.TextField(
        _("what most people can expect"),
        max_length=500,
        blank=True,
        help_text=_("Needs a source. Left empty, the page says that no study on record tells it."),
    )
    expected_source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("source of that statement"),
    )

    objects = TestimonialContentManager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("story texts")
        permissions = [("publish_testimonialcontent", _("Can publish patient stories"))]

    @property
    def transcript_lines(self):
        """Return (time, words) for each line; a line without a time continues without one."""
        return [self.timed(line) for line in lines(self.transcript)]

    @staticmethod
    def timed(line):
        time, _space, words = line.partition(" ")
        return (time, words) if time.replace(":", "").isdigit() and ":" in time else ("", line)
