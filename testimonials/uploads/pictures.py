"""A poster that staff upload or a provider sends: drawn anew, so that nothing but the picture is left (H6)."""

from django.core.files.base import ContentFile

from astr_site.pictures.uploads import drawn, opened

WIDTH_KEPT = 1920


def clean_poster(file):
    """Return the picture as a JPEG without metadata, at most as wide as pages need.

    Raises ValidationError with a sentence for staff.
    """
    with opened(file, file.size) as picture:
        picture.thumbnail((WIDTH_KEPT, picture.height))
        return ContentFile(drawn(picture, "JPEG", quality=88), "poster.jpg")
