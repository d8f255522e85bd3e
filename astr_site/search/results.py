"""Documents as the page shows them."""

from collections import Counter

from .models import Document, Kind
from .snippets import snippet


def results(documents, reading):
    """Return the kind, address, title and words of each document of one page of results.

    `twin` says that another result has the same title, so that links that read alike can tell where they lead.
    """
    # They were ranked without their long texts.
    full = Document.objects.in_bulk([document.pk for document in documents])
    titles = Counter(document.title for document in documents)
    return [
        {
            "kind": Kind(document.kind).label,
            "title": document.title,
            "twin": titles[document.title] > 1,
            "url": document.url,
            "parts": snippet(full[document.pk], reading),
        }
        for document in documents
        if document.pk in full
    ]
