"""The public pages that make handouts, and each as it is printed alone."""

from dataclasses import dataclass

from cms.models import PageContent
from django.conf import settings
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from lxml import html

from astr_site.editorial.gate.rendering import render
from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent

# Pages that are handouts as they are, besides each technique and profession.
PAGES = ("astr", "compare", "your-visit")


@dataclass
class Handout:
    """A public text in its language, the main part of its page, and its address."""

    content: object
    address: str

    @property
    def language(self):
        return self.content.language

    @property
    def title(self):
        return self.content.title

    @property
    def markup(self):
        """Return the main part of the page as any reader gets it, without what may stand only once in a document."""
        main = render(self.content).main
        for mark in list(main.iter("astr-block")):
            mark.drop_tag()
        for element in main.iter(html.etree.Element):
            for name in ("id", "aria-labelledby", "aria-describedby"):
                element.attrib.pop(name, None)
        parts = (html.tostring(child, encoding="unicode") for child in main)
        return mark_safe("".join(parts))  # noqa: S308 - what our own templates have drawn


def offered():
    """Return [(language's name, [(heading, its handouts)])], from what is public now."""
    return [(str(name), [each for each in groups(code) if each[1]]) for code, name in settings.LANGUAGES]


def groups(language):
    techniques = TechniqueContent.objects.in_language(language).with_own_page().ordered()
    professions = PractitionerTypeContent.objects.in_language(language).ordered()
    pages = PageContent.objects.filter(language=language, page__reverse_id__in=PAGES).select_related("page")
    named = ((gettext("Techniques"), techniques), (gettext("Professions"), professions), (gettext("Pages"), pages))
    return [(heading, [Handout(each, each.get_absolute_url()) for each in contents]) for heading, contents in named]


def chosen(addresses):
    """Return the handouts at these addresses, in the order in which they are offered; unknown ones are left out."""
    every = [handout for _name, found in offered() for _heading, handouts in found for handout in handouts]
    return [handout for handout in every if handout.address in addresses]
