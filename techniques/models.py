"""Techniques: what each treatment is, with the facts that pages compare."""

from typing import NamedTuple

from cms.models import CMSPlugin, Page
from django.db import models
from django.utils.translation import gettext_lazy as _

from astr_site.editorial.kept import kept
from astr_site.editorial.subjects import SubjectContent, SubjectContentManager, SubjectContentQuerySet, lines


class Technique(models.Model):
    """A treatment given by hand; its words are in `TechniqueContent`."""

    key = models.SlugField(
        _("key"), max_length=60, unique=True, help_text=_("The name that drawings and colours go by. It never changes.")
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("The order in lists and in the comparison.")
    )
    home_page = models.ForeignKey(
        Page,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Only for a technique that is told on a page of its own, such as ASTR."),
        verbose_name=_("page of its own"),
    )

    class Meta:
        ordering = ["position", "key"]
        verbose_name = _("technique")
        verbose_name_plural = _("techniques")

    def __str__(self):
        return self.key


class TechniqueContentQuerySet(SubjectContentQuerySet):
    def ordered(self):
        return self.select_related("technique").order_by("technique__position", "technique__key")

    def with_own_page(self):
        """Keep the techniques that are told under /techniques/ (ASTR is told on its own page)."""
        return self.filter(technique__home_page=None)


class TechniqueContentManager(SubjectContentManager.from_queryset(TechniqueContentQuerySet)):
    """Published techniques."""


class TechniqueContent(SubjectContent):
    """A technique in one language and version, with its facts as data (issue 2, content model)."""

    class Thrust(models.TextChoices):
        THRUST = "thrust", _("One quick push (a thrust)")
        NO_THRUST = "no_thrust", _("No quick push")
        EITHER = "either", _("With or without a quick push")

    grouper_field = "technique"
    url_name = "techniques:detail"
    slot_names = (
        "what",
        "why",
        "suits",
        "happens",
        "risks",
        "recovery",
        "help",
        "options",
        "evidence",
        "questions",
    )

    technique = models.ForeignKey(
        Technique, on_delete=models.CASCADE, related_name="contents", verbose_name=_("technique")
    )
    also_called = models.CharField(
        _("also called"),
        max_length=200,
        blank=True,
        help_text=_("Other names that patients may hear, separated by commas."),
    )
    thrust = models.CharField(
        _("quick push"),
        max_length=12,
        choices=Thrust.choices,
        help_text=_("Whether the clinician gives a quick push that cannot be stopped once it has begun."),
    )
    moves = models.CharField(_("what moves"), max_length=200, help_text=_("Such as “A joint, often in the spine”."))
    speed = models.CharField(_("how fast"), max_length=200, help_text=_("How quick the movement is."))
    movement_size = models.CharField(_("how far"), max_length=200, help_text=_("How large the movement is."))
    pressure = models.CharField(_("how strong"), max_length=200, help_text=_("How much pressure a patient meets."))
    stopping = models.CharField(
        _("can I stop it"), max_length=200, help_text=_("When a patient can stop it, and when not.")
    )
    may_feel = models.CharField(_("what you may feel"), max_length=200)
    may_hear = models.CharField(_("what you may hear"), max_length=200)
    typical_visit = models.CharField(_("a typical visit"), max_length=200)
    aims = models.TextField(_("aims"), help_text=_("What clinicians hope for. One item in each line."))
    may_not_suit = models.TextField(
        _("tell your clinician first if you …"),
        help_text=_("Each line completes the heading, such as “take blood thinners”."),
    )
    common_effects = models.TextField(_("common effects"), help_text=_("Short-lived effects. One item in each line."))
    rare_risks = models.TextField(_("rare but serious risks"), help_text=_("One item in each line."))

    objects = TechniqueContentManager()

    class Meta:
        verbose_name = _("technique")
        verbose_name_plural = _("technique texts")
        permissions = [("publish_techniquecontent", _("Can publish techniques"))]

    def get_absolute_url(self, language=None):
        if self.technique.home_page_id:
            return self.technique.home_page.get_absolute_url(language or self.language)
        return super().get_absolute_url(language)

    @property
    def aims_list(self):
        return lines(self.aims)

    @property
    def may_not_suit_list(self):
        return lines(self.may_not_suit)

    @property
    def common_effects_list(self):
        return lines(self.common_effects)

    @property
    def rare_risks_list(self):
        return lines(self.rare_risks)


def all_techniques(request, language):
    """Return every published technique, looked up once for each page at most."""
    known = request.__dict__.setdefault("all_techniques", {})
    if language not in known:
        known[language] = published_techniques(language)
    return known[language]


@kept
def published_techniques(language):
    return list(TechniqueContent.objects.in_language(language).ordered().select_related("technique__home_page"))


class Entry(NamedTuple):
    """A technique as menus name it. Most new versions change nothing of it, so that other pages stay as they are."""

    key: str
    title: str
    slug: str
    language: str

    @property
    def url(self):
        return TechniqueContent.address(self.slug, self.language)


@kept
def menu_entries(language):
    """Return an Entry for each technique told under /techniques/."""
    told = TechniqueContent.objects.in_language(language).with_own_page().ordered()
    return [Entry(*row) for row in told.values_list("technique__key", "title", "slug", "language")]


def techniques_shown(request, language):
    """Return the techniques told under /techniques/."""
    return [each for each in all_techniques(request, language) if each.technique.home_page_id is None]


def technique_of_page(request, language):
    """Return the technique that the page on its way to the reader tells as its own, or None."""
    page = request.current_page
    return next((each for each in all_techniques(request, language) if each.technique.home_page_id == page.pk), None)


class TechniqueCards(CMSPlugin):
    """The techniques beside each other, one drawing each."""

    heading = models.CharField(
        _("heading"), max_length=120, blank=True, help_text=_("Leave it empty where the section’s heading says it.")
    )
    lede = models.TextField(
        _("introduction"), max_length=400, blank=True, help_text=_("One or two sentences below the heading.")
    )

    def __str__(self):
        return self.heading


class CompareTable(CMSPlugin):
    """All techniques side by side from their records, in neutral rows."""

    FACTS = (
        "moves",
        "thrust",
        "speed",
        "movement_size",
        "pressure",
        "stopping",
        "may_feel",
        "may_hear",
        "typical_visit",
        "common_effects",
        "rare_risks",
        "may_not_suit",
    )

    heading = models.CharField(
        _("heading"), max_length=120, blank=True, help_text=_("Leave it empty where the section’s heading says it.")
    )

    def __str__(self):
        return self.heading

    def rows(self, techniques):
        """Return (label, [one answer for each technique]), an answer being a text or a list of texts."""
        return [
            (TechniqueContent._meta.get_field(fact).verbose_name, [self.answer(each, fact) for each in techniques])
            for fact in self.FACTS
        ]

    @staticmethod
    def answer(content, fact):
        if fact == "thrust":
            return content.get_thrust_display()
        if isinstance(content._meta.get_field(fact), models.TextField):
            return lines(getattr(content, fact))
        return getattr(content, fact)


class Movement(CMSPlugin):
    """A technique's drawing, which moves when the reader asks for it."""

    technique = models.ForeignKey(
        Technique,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("technique"),
        help_text=_("A technique without a drawing of its own shows nothing here."),
    )
    caption = models.TextField(
        _("caption"), max_length=300, help_text=_("Explain the movement for a reader who cannot see the drawing.")
    )

    # The site's blocks are fetched together, with these relations (astr_site/blocks/fetching.py).
    select_with = ("technique",)

    def __str__(self):
        return self.technique.key
