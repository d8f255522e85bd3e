"""Practitioner types: the professions, their training, and which technique each may use."""

from typing import NamedTuple

from cms.models import CMSPlugin
from django.db import models
from django.utils.translation import gettext_lazy as _

from astr_site.editorial.gathering import gathered
from astr_site.editorial.kept import kept
from astr_site.editorial.models import Source
from astr_site.editorial.subjects import SubjectContent, SubjectContentManager, SubjectContentQuerySet
from techniques.models import Technique, techniques_shown


class PractitionerType(models.Model):
    """A profession; its words are in `PractitionerTypeContent`."""

    key = models.SlugField(
        _("key"), max_length=60, unique=True, help_text=_("The name that drawings go by. It never changes.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("The order in lists."))

    class Meta:
        ordering = ["position", "key"]
        verbose_name = _("practitioner type")
        verbose_name_plural = _("practitioner types")

    def __str__(self):
        return self.key


class PractitionerTypeContentQuerySet(SubjectContentQuerySet):
    def ordered(self):
        return self.select_related("practitioner_type").order_by("practitioner_type__position")

    def with_uses(self):
        return gathered(self, uses=["technique", "source"])


class PractitionerTypeContentManager(SubjectContentManager.from_queryset(PractitionerTypeContentQuerySet)):
    """Published practitioner types."""


class PractitionerTypeContent(SubjectContent):
    """A profession in one language and version."""

    grouper_field = "practitioner_type"
    url_name = "providers:detail"
    slot_names = ("visit", "body", "questions")

    practitioner_type = models.ForeignKey(
        PractitionerType, on_delete=models.CASCADE, related_name="contents", verbose_name=_("practitioner type")
    )
    credentials = models.CharField(
        _("letters after the name"), max_length=200, help_text=_("Such as “PT, DPT”, and what the letters stand for.")
    )
    training = models.TextField(_("training"))
    licence = models.TextField(_("license"))
    check_licence = models.TextField(
        _("how to check the license"), help_text=_("Where a patient can look the license up.")
    )
    referral = models.TextField(_("do I need a referral"))
    what_they_do = models.TextField(_("what they do"))
    good_to_know = models.TextField(_("good to know"), blank=True)
    scope_notes = models.TextField(
        _("what the law allows"), blank=True, help_text=_("What differs between states, in plain words.")
    )

    objects = PractitionerTypeContentManager()

    class Meta:
        verbose_name = _("practitioner type")
        verbose_name_plural = _("practitioner type texts")
        permissions = [("publish_practitionertypecontent", _("Can publish practitioner types"))]

    def match_uses(self, techniques):
        """Set `.scopes`: each of these technique texts with this profession's use of it, or None."""
        uses = {use.technique_id: use for use in self.uses.all()}
        self.scopes = [(technique, uses.get(technique.technique_id)) for technique in techniques]


class TechniqueUse(models.Model):
    """Whether a profession may use a technique: versioned with the text that says so."""

    class Scope(models.TextChoices):
        MAY = "may", _("May use it")
        LIMITED = "limited", _("May use it with limits")
        GENERALLY_NOT = "generally_not", _("Generally may not")
        DEPENDS = "depends", _("Depends on the state")

    content = models.ForeignKey(
        PractitionerTypeContent, on_delete=models.CASCADE, related_name="uses", verbose_name=_("practitioner type text")
    )
    technique = models.ForeignKey(Technique, on_delete=models.PROTECT, related_name="uses", verbose_name=_("technique"))
    scope = models.CharField(_("what they may do"), max_length=15, choices=Scope.choices)
    note = models.CharField(
        _("note"), max_length=300, blank=True, help_text=_("One sentence that patients read beside it.")
    )
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    class Meta:
        ordering = ["technique__position"]
        constraints = [models.UniqueConstraint(fields=["content", "technique"], name="one_scope_per_technique")]
        verbose_name = _("technique that they use")
        verbose_name_plural = _("techniques that they use")

    def __str__(self):
        return f"{self.technique}: {self.get_scope_display()}"


class SourceTold(NamedTuple):
    """A source as a link to it names it; without an address there is none."""

    title: str | None
    publisher: str | None
    url: str | None


class UseTold(NamedTuple):
    """A use as the page of its technique tells it. New versions change little of this, so that the page stays."""

    technique: int
    scope: str
    note: str
    practitioner: str
    slug: str
    language: str
    source: SourceTold

    @property
    def url(self):
        return PractitionerTypeContent.address(self.slug, self.language)

    @property
    def scope_label(self):
        return TechniqueUse.Scope(self.scope).label


@kept
def uses_told(language):
    """Return a UseTold for each technique of each published profession, in the order of the professions."""
    told = PractitionerTypeContent.objects.in_language(language).filter(uses__isnull=False)
    told = told.order_by("practitioner_type__position", "uses__technique__position")
    uses = ("uses__technique_id", "uses__scope", "uses__note", "title", "slug", "language")
    sources = ("uses__source__title", "uses__source__publisher", "uses__source__url")
    return [UseTold(*row[:6], SourceTold(*row[6:])) for row in told.values_list(*uses, *sources)]


def practitioners_shown(request, language):
    """Return every published profession, each with its `.scopes` for the techniques; looked up once for each page."""
    known = request.__dict__.setdefault("practitioners_shown", {})
    if language not in known:
        known[language] = published_practitioners(language)
        for practitioner in known[language]:
            practitioner.match_uses(techniques_shown(request, language))
    return known[language]


@kept
def published_practitioners(language):
    return PractitionerTypeContent.objects.in_language(language).ordered().with_uses()


class ScopeListing(CMSPlugin):
    """What both blocks need that show every profession with its techniques."""

    heading = models.CharField(
        _("heading"), max_length=120, blank=True, help_text=_("Leave it empty where the section’s heading says it.")
    )
    lede = models.TextField(
        _("introduction"), max_length=400, blank=True, help_text=_("One or two sentences below the heading.")
    )

    class Meta:
        abstract = True

    def __str__(self):
        return self.heading


class PractitionerCards(ScopeListing):
    """The professions as rows, each with the traces of the techniques it uses."""


class ScopeTable(ScopeListing):
    """The table “who may do what”."""
