"""What happens to the sizes of a picture of the library when it changes or goes."""

from django.db import transaction
from filer.models import Image

from astr_site.editorial.versioning import clear_public_caches
from astr_site.purging import purge

from .keeping import forget
from .library import folder_of, source_of
from .sizes import KINDS, RATIOS, WIDTHS


def note_change(instance, **kwargs):
    """Where a picture becomes another, or its focus moves, let its old sizes go and have pages built anew."""
    old = Image.objects.filter(pk=instance.pk).first()
    if old and source_of(old) != source_of(instance):
        note_end(old)
        transaction.on_commit(clear_public_caches)


def note_end(instance, **kwargs):
    """Delete the sizes of a picture, and tell the cache in front, which may keep them for a year."""
    source, folder = source_of(instance), folder_of(instance)
    transaction.on_commit(lambda: forget(source))
    purge(f"{folder}{shape}/{width}.{kind}" for shape in RATIOS for width in WIDTHS for kind in KINDS)
