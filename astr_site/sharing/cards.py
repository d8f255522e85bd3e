"""What a page says of itself where people share it, from the words that it shows (issue 6, item 6)."""

import hashlib
from typing import NamedTuple

from cms.models import PageContent
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from astr_site.shown import told
from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent
from testimonials.models import TestimonialContent

from .pictures import GROUNDS

# Raised when the look of all pictures changes, so that other sites fetch them anew.
LOOK = 1
GROUNDS_OF_PAGES = {"astr": "astr", "testimonials": "story", "providers": "physical-therapist"}


class Card(NamedTuple):
    """A page or subject in one language: `kind` and `pk` find it again, the rest is drawn."""

    kind: str
    pk: int
    language: str
    ground: str
    title: str
    note: str = ""

    @property
    def mark(self):
        """Return a short mark that changes exactly when the picture does."""
        return hashlib.sha256(repr((LOOK, *self)).encode()).hexdigest()[:12]

    @property
    def picture_url(self):
        """Return the picture's whole address; other sites keep a picture until its address changes."""
        return f"{settings.SITE_URL}{reverse('card', args=[self.kind, self.pk, self.language])}?{self.mark}"


def ground(key):
    return key if key in GROUNDS else "page"


def of_page(content):
    name = content.page.reverse_id
    title, _description = told(content)
    return Card("page", content.page_id, content.language, ground(GROUNDS_OF_PAGES.get(name)), title)


def of_technique(content):
    return Card("technique", content.technique_id, content.language, ground(content.technique.key), content.title)


def of_practitioner_type(content):
    key = content.practitioner_type.key
    return Card("profession", content.practitioner_type_id, content.language, ground(key), content.title)


def of_story(content):
    """Describe a story: its title, and that it is a sample or one person's experience (PRODUCT.md, H6 and F1)."""
    with override(content.language):
        sample = content.testimonial.sample
        note = _("Sample, not a real patient") if sample else _("One person’s experience")
    return Card("story", content.testimonial_id, content.language, "story", content.title, note)


# By the subject's own key and not by the relation, so that a number too large for the database only finds nothing.
def published_page(pk, language):
    return PageContent.objects.filter(page__pk=pk, language=language, page__login_required=False).select_related("page")


def published_technique(pk, language):
    return TechniqueContent.objects.filter(technique__pk=pk, language=language).select_related("technique")


def published_practitioner_type(pk, language):
    found = PractitionerTypeContent.objects.filter(practitioner_type__pk=pk, language=language)
    return found.select_related("practitioner_type")


def shown_story(pk, language):
    found = TestimonialContent.objects.shown().filter(testimonial__pk=pk, language=language)
    return found.select_related("testimonial")


# For each kind: the public contents by number and language, and the card of one.
KINDS = {
    "page": (published_page, of_page),
    "technique": (published_technique, of_technique),
    "profession": (published_practitioner_type, of_practitioner_type),
    "story": (shown_story, of_story),
}
OF_MODELS = {
    PageContent: of_page,
    TechniqueContent: of_technique,
    PractitionerTypeContent: of_practitioner_type,
    TestimonialContent: of_story,
}


def card_of(content):
    """Return the card of a page's or subject's content in any version."""
    return OF_MODELS[type(content)](content)


def public_card(kind, pk, language):
    """Return the card of what readers may see now, or None."""
    find, describe = KINDS.get(kind, (None, None))
    content = find(pk, language).first() if find else None
    return describe(content) if content else None
