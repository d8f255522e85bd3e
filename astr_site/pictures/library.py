"""Pictures of the library, as blocks show them: nothing here reads a file or asks the database."""

from django.core.files.storage import storages
from django.urls import reverse

from .keeping import Source
from .sizes import WHOLE, offer


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
    """Return what the addresses of all sizes begin with. It changes with what is shown, so that they may be kept."""
    one = reverse("picture-size", args=[picture.pk, source_of(picture).mark, WHOLE, 0, "x"])
    return one.removesuffix(f"{WHOLE}/0.x")


def offered(picture, shapes=(WHOLE,)):
    """Offer a picture in the sizes it has."""
    folder, size = folder_of(picture), (round(picture.width) or 1, round(picture.height) or 1)
    return offer(lambda shape, width, kind: f"{folder}{shape}/{width}.{kind}", size, shapes)
