"""Finding and carrying over the record of sources and reviews behind a version."""

from django.contrib.contenttypes.models import ContentType
from djangocms_versioning import constants
from djangocms_versioning.models import Version

from .gathering import gathered
from .models import Citation, EditorialRecord


def record_for(content):
    """Return the record behind `content` with its sources at hand, or None while it has none."""
    kind = ContentType.objects.get_for_model(content)
    record = EditorialRecord.objects.filter(version__content_type=kind, version__object_id=content.pk)
    return next(iter(gathered(record, citations=["source"], reviews=[])), None)


def ensure_record(content):
    """Return the record behind `content`, made now if it has none yet."""
    record, _created = EditorialRecord.objects.get_or_create(
        version=Version.objects.get_for_content(content),
        defaults={"about_health": getattr(content, "rests_on_sources", True)},
    )
    return record


def carry_over(sender, operation, obj, **kwargs):
    """Give a new draft the sources, reviews and owner of the version that it was made from.

    Once the draft is published it is judged whether its words are still those that the clinician read.
    """
    if operation != constants.OPERATION_DRAFT or obj.source_id is None:
        return
    origin = EditorialRecord.objects.filter(version=obj.source_id).first()
    if origin is None:
        return
    kept = {"owner": origin.owner, "about_health": origin.about_health}
    record, created = EditorialRecord.objects.get_or_create(version=obj, defaults=kept)
    if not created:
        return
    for row in [*origin.citations.all(), *origin.reviews.all()]:
        row.pk, row.record = None, record
        row._state.adding = True
        row.save()


def cite(content, sources):
    """Let `content` rest on `sources`, in this order."""
    record = ensure_record(content)
    record.citations.all().delete()
    Citation.objects.bulk_create(
        Citation(record=record, source=source, position=position) for position, source in enumerate(sources, 1)
    )
