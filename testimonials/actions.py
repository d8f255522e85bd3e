"""What changes a story in several places at once."""

from django.db import transaction
from django.utils import timezone

from astr_site.pictures.keeping import forget

from .posters import source_of


@transaction.atomic
def withdraw(testimonial, by):
    """End every permission for this story, now and for ever; `by` is one of Authorization.WithdrawnBy (H3).

    Returns how many permissions ended. Each is saved by itself, so that its history tells who did it.
    """
    now = timezone.now()
    authorizations = list(testimonial.authorizations.select_for_update().filter(withdrawn_at=None))
    for authorization in authorizations:
        authorization.withdrawn_at, authorization.withdrawn_by = now, by
        authorization.save()
    return len(authorizations)


@transaction.atomic
def remove_media(testimonial):
    """Delete a story's video, poster and captions for good; what the person signed is kept (H5)."""
    sizes = source_of(testimonial.poster) if testimonial.poster else None
    files = [testimonial.video, testimonial.poster, *(track.file for track in testimonial.captions.all())]
    doomed = [(file.storage, file.name) for file in files if file]
    testimonial.captions.all().delete()
    testimonial.video = testimonial.video_url = testimonial.poster = ""
    testimonial.save()
    transaction.on_commit(lambda: [storage.delete(name) for storage, name in doomed])
    if sizes:
        transaction.on_commit(lambda: forget(sizes))
