"""Documents as the page shows them."""

from django.db.models import prefetch_related_objects

from .models import Document, Kind
from .snippets import snippet


def results(documents, reading):
    """Return the kind, address, title and words of each document of one page of results."""
    # They were ranked without their long texts.
    full = Document.objects.in_bulk([document.pk for document in documents])
    documents = [full[document.pk] for document in documents if document.pk in full]
    prefetch_related_objects(documents, "content")
    return [
        {
            "kind": Kind(document.kind).label,
            "title": document.title,
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
