"""Documents as the page shows them."""

from collections import Counter

from cms.models import PageContent
from django.db.models import prefetch_related_objects

from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent
from testimonials.models import TestimonialContent

from .models import Document, Kind
from .snippets import snippet

# What an address is made of, fetched for all results of a kind together.
BEHIND = {
    PageContent: "page__urls",
    TechniqueContent: "technique",
    PractitionerTypeContent: "practitioner_type",
    TestimonialContent: "testimonial",
}


def results(documents, reading):
    """Return the kind, address, title and words of each document of one page of results."""
    # They were ranked without their long texts.
    full = Document.objects.in_bulk([document.pk for document in documents])
    documents = [full[document.pk] for document in documents if document.pk in full]
    prefetch_related_objects(documents, "content")
    for kind, path in BEHIND.items():
        prefetch_related_objects([each.content for each in documents if isinstance(each.content, kind)], path)
    titles = Counter(document.title for document in documents)
    return [
        {
            "kind": Kind(document.kind).label,
            "title": document.title,
            "twin": titles[document.title] > 1,
            "url": address(document),
            "parts": snippet(document, reading),
        }
        for document in documents
        if document.content and address(document)
    ]


def address(document):
    """Return where it is read: pages of the CMS know their address by the page behind them."""
    content = document.content
    home = content.page if hasattr(content, "page") else content
    url = home.get_absolute_url(document.language)
    return f"{url}#{document.anchor}" if url and document.anchor else url
