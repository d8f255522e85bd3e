"""Documents as the page shows them."""

from .models import Document, Kind
from .snippets import snippet


def results(documents, reading):
    """Return the kind, address, title and words of each document of one page of results."""
    # They were ranked without their long texts.
    full = Document.objects.in_bulk([document.pk for document in documents])
    return [
        {
            "kind": Kind(document.kind).label,
            "title": document.title,
            "url": document.url,
            "parts": snippet(full[document.pk], reading),
        }
        for document in documents
        if document.pk in full
    ]
