"""What may be seen at this moment. The index only proposes; here each text itself is asked, and where it is read."""

from cms.models import PageContent
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, IntegerField, Value

from astr_site.navigation import address
from techniques.models import TechniqueContent

from .reading_pages import KINDS

# A technique that is told on a page of its own is found as that page.
KEPT = {PageContent: {"page__urls__language": F("language")}, TechniqueContent: {"technique__home_page": None}}


def still_public(documents):
    """Keep the documents whose texts are public now, a story only while its judge lets it be seen (H2, H3).

    Each then knows its `url`. All kinds are asked for together.
    """
    wanted = {}
    for document in documents:
        wanted.setdefault(document.content_type_id, set()).add(document.content_id)
    kinds = {ContentType.objects.get_for_model(model).pk: model for model in KINDS}
    asked = [shown(model, kind, wanted[kind]) for kind, model in kinds.items() if kind in wanted]
    rows = asked[0].union(*asked[1:], all=True) if asked else ()
    urls = {(kind, pk): url_of(kinds[kind], place, language) for kind, pk, language, place in rows}
    for document in documents:
        url = urls.get((document.content_type_id, document.content_id))
        document.url = f"{url}#{document.anchor}" if url and document.anchor else url
    return [document for document in documents if document.url]


def shown(model, kind, ids):
    """Return (kind, number, language, path or slug) of what readers may see; versioning alone narrows pages."""
    manager = model.objects
    public = manager.shown() if hasattr(manager, "shown") else manager.all()
    found = public.filter(pk__in=ids, **KEPT.get(model, {})).order_by().annotate(kind=Value(kind, IntegerField()))
    return found.values_list("kind", "pk", "language", "page__urls__path" if model is PageContent else "slug")


def url_of(model, place, language):
    if model is PageContent:
        return None if place is None else address(place, language)
    return model.address(place, language)
