"""The sheet of questions that patients take along, gathered from the whole site."""

from dataclasses import dataclass

from cms.models import CMSPlugin, PageContent
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent

from .lists import Questions

GENERAL = "your-visit"


@dataclass
class Group:
    """The questions about one subject, under its name."""

    name: str
    questions: list


class VisitSheet(CMSPlugin):
    """Questions to tick, and room for one's own; what readers do with it stays on their device."""

    heading = models.CharField(_("heading"), max_length=120, help_text=_("Such as “Questions for your visit”."))
    intro = models.CharField(
        _("introduction"), max_length=300, blank=True, help_text=_("Say that only what is ticked will be printed.")
    )

    def __str__(self):
        return self.heading

    @cached_property
    def groups(self):
        """Return the questions of “Your visit”, then of each technique and profession; none is told twice."""
        told, found = set(), []
        for content, questions in asked(subjects(self.language), self.language):
            fresh = [question for question in dict.fromkeys(questions) if question not in told]
            told.update(fresh)
            if fresh:
                found.append(Group(name_of(content), fresh))
        return found


def subjects(language):
    """Return the published texts whose questions stand on the sheet, in the order of the sheet.

    A technique that is told on a page of its own, such as ASTR, asks its questions there.
    """
    techniques = list(TechniqueContent.objects.in_language(language).ordered())
    homes = {each.technique.home_page_id: each for each in techniques if each.technique.home_page_id}
    wanted = models.Q(page__reverse_id=GENERAL) | models.Q(page__in=homes)
    pages = list(PageContent.objects.filter(wanted, language=language))
    by_page = {page.page_id: page for page in pages}
    general = [page for page in pages if page.page_id not in homes]
    told = [by_page.get(each.technique.home_page_id, each) for each in techniques]
    return [*general, *told, *PractitionerTypeContent.objects.in_language(language).ordered()]


def asked(contents, language):
    """Yield (text, its questions), all of them fetched together."""
    keys = [(ContentType.objects.get_for_model(type(content)).pk, content.pk) for content in contents]
    places = models.Q()
    for kind in {kind for kind, _key in keys}:
        places |= models.Q(
            placeholder__content_type=kind, placeholder__object_id__in=[key for each, key in keys if each == kind]
        )
    blocks = Questions.objects.filter(places, language=language) if keys else Questions.objects.none()
    found = {}
    rows = blocks.order_by("placeholder", "position").values_list(
        "placeholder__content_type", "placeholder__object_id", "questions"
    )
    for kind, key, questions in rows:
        found.setdefault((kind, key), []).extend(line.strip() for line in questions.splitlines() if line.strip())
    for content, key in zip(contents, keys, strict=True):
        yield content, found.get(key, [])


def name_of(content):
    """Return what a group is called: a page's short name, where it stands for a technique."""
    if isinstance(content, PageContent):
        return content.menu_title or content.title
    return content.title
