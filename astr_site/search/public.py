"""What may be seen at this moment. The index only proposes; here each text itself is asked."""

from django.contrib.contenttypes.models import ContentType

from .reading_pages import KINDS


def still_public(documents):
    """Keep the documents whose texts are public now; a story only while its judge lets it be seen (H2, H3)."""
    wanted = {}
    for document in documents:
        wanted.setdefault(document.content_type_id, set()).add(document.content_id)
    seen = set()
    for model in KINDS:
        kind = ContentType.objects.get_for_model(model).pk
        if ids := wanted.get(kind):
            seen |= {(kind, pk) for pk in shown(model).filter(pk__in=ids).values_list("pk", flat=True)}
    return [document for document in documents if (document.content_type_id, document.content_id) in seen]


def shown(model):
    """Return what readers may see of a model; pages of the CMS are narrowed by versioning alone."""
    manager = model.objects
    return manager.shown() if hasattr(manager, "shown") else manager.all()
