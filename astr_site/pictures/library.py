"""Pictures of the library, as blocks show them: nothing here reads a file or asks the database."""

from django.core.files.storage import storages
from django.db import transaction
from django.urls import reverse
from filer.models import Image

from astr_site.editorial.versioning import clear_public_caches
from astr_site.purging import purge

from .keeping import Source, forget
from .sizes import KINDS, RATIOS, WHOLE, WIDTHS, offer


def source_of(picture):
    """Return what the sizes of a picture are drawn from, with the focus that staff set on it."""
    return Source(storages["default"], picture.file.name, focus_of(picture))


def focus_of(picture):
    """Return the focus as fractions of width and height; the middle where none, or none that makes sense, is set."""
    try:
        across, down = (float(each) for each in picture.subject_location.split(","))
        return round(across / picture.width, 3), round(down / picture.height, 3)
    except (ValueError, AttributeError, ZeroDivisionError):
        return 0.5, 0.5


def folder_of(picture):
    """Return the address that those of all sizes begin with. It changes with what is shown, so that they may be kept."""
    one = reverse("picture-size", args=[picture.pk, source_of(picture).mark, WHOLE, 0, "x"])
    return one.removesuffix(f"{WHOLE}/0.x")


def offered(picture, shapes=(WHOLE,)):
    """Offer a picture in the sizes it has."""
    folder, size = folder_of(picture), (round(picture.width) or 1, round(picture.height) or 1)
    return offer(lambda shape, width, kind: f"{folder}{shape}/{width}.{kind}", size, shapes)


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
