"""A poster that staff upload or a provider sends: drawn anew, so that nothing but the picture is left (H6)."""

import warnings
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

KINDS = ("JPEG", "PNG", "WEBP")
LARGEST_FILE = 20 * 2**20
LONGEST_SIDE = 8000
MOST_PIXELS = 40_000_000
WIDTH_KEPT = 1920


def clean_poster(file):
    """Return the picture as a JPEG without metadata, at most as wide as pages need.

    Raises ValidationError with a sentence for staff.
    """
    if getattr(file, "too_large", False) or file.size > LARGEST_FILE:
        raise ValidationError(_("This picture’s file is too large. Export it smaller."))
    file.seek(0)
    drawn = BytesIO()
    try:
        with warnings.catch_warnings(), Image.open(file, formats=KINDS) as stored:
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            if max(stored.size) > LONGEST_SIDE or stored.width * stored.height > MOST_PIXELS:
                raise ValidationError(_("This picture has too many pixels. Export it smaller."))
            picture = ImageOps.exif_transpose(stored)
            picture.thumbnail((WIDTH_KEPT, picture.height))
            picture.convert("RGB").save(drawn, "JPEG", quality=88, exif=b"")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise ValidationError(_("This is no picture that we can read. Use a JPEG, PNG or WebP file.")) from None
    return ContentFile(drawn.getvalue(), "poster.jpg")
