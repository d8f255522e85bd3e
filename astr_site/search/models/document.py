"""One thing that can be found."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelsearch import index

# Before each stem of a title or of its other names: the engine can be asked for these alone.
NAMED = "ttl"
# In every document of a language, and in every one that is no story: there may be very many stories.
LANGUAGE, OURS = "zzlanguage", "zzours"
# Keeps phrases from reaching from one part into the next.
BREAK = " zzbreak "


class Kind(models.TextChoices):
    """What readers are told that a result is; the order of the filters."""

    TECHNIQUE = "technique", _("Technique")
    PRACTITIONER = "practitioner", _("Profession")
    PAGE = "page", _("Page")
    QUESTION = "question", _("Question")
    TERM = "term", _("Word explained")
    STORY = "story", _("Patient story")


class Document(index.Indexed, models.Model):
    """A public page or subject, or a question or word on it, with its words as search compares them.

    It is made from published content alone and holds nothing of its own: `rebuild_search` makes all of them anew.
    """

    kind = models.CharField(max_length=12, choices=Kind.choices)
    language = models.CharField(max_length=15)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    content_id = models.PositiveBigIntegerField()
    content = GenericForeignKey("content_type", "content_id")
    anchor = models.CharField(max_length=220, blank=True)
    title = models.CharField(max_length=255)
    summary = models.TextField(blank=True)
    # A passage in each line, from which the words around a hit are shown.
    text = models.TextField(blank=True)
    title_stems = models.TextField(blank=True)
    name_stems = models.TextField(blank=True)
    lead_stems = models.TextField(blank=True)
    text_stems = models.TextField(blank=True)
    # Each different word once, as it is written: what suggestions and corrections are made of.
    words = models.TextField(blank=True)

    # indexing.py tells the engine itself, many at once.
    search_auto_update = False
    search_fields = [
        index.SearchField("tokens"),
    ]

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["content_type", "content_id"], name="documents_of_content"),
            models.Index(fields=["language", "kind"], name="documents_by_kind"),
        ]

    def __str__(self):
        return self.title

    def says(self, quoted):
        """Say whether each of some stems in a row stands in one of its parts."""
        parts = (self.title_stems, self.name_stems, self.lead_stems, self.text_stems)
        return all(any(f" {stems} " in part for part in parts) for stems in quoted)

    def tokens(self):
        """Return everything the engine is to hold of it, as stems."""
        named = {
            f"{NAMED}{self.language}{stem}"
            for stem in f"{self.title_stems} {self.name_stems}".replace("/", " ").split()
        }
        marks = [f"{LANGUAGE}{self.language}", *([OURS + self.language] if self.kind != Kind.STORY else [])]
        parts = (self.title_stems, self.name_stems, self.lead_stems, self.text_stems, " ".join(sorted(named)))
        return BREAK.join((*parts, " ".join(marks)))
