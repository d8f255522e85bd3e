"""Every public address, taken from what is published, so that no page escapes a test by being new."""

from cms.models import PageContent

from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent
from testimonials.models import TestimonialContent

LOST = ["/no-such-page/", "/es/no-such-page/"]


def published_addresses():
    """Return the address of every published page and subject, in each language."""
    pages = PageContent.objects.select_related("page")
    found = [content.page.get_absolute_url(content.language) for content in pages]
    for model in (TechniqueContent, PractitionerTypeContent, TestimonialContent):
        found += [content.get_absolute_url() for content in model.objects.all()]
    return sorted(set(found))


def few_that_show_every_template(responses):
    """Keep so few of the addresses that each template which any of them shows is still shown."""
    shown = {address: {template.name for template in response.templates} for address, response in responses.items()}
    kept, missing = [], set().union(*shown.values())
    while missing:
        best = max(shown, key=lambda address: len(shown[address] & missing))
        missing -= shown[best]
        kept.append(best)
    return kept
