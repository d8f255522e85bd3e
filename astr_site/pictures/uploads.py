"""Pictures that staff upload: drawn anew, so that nothing but the picture is left (issue 10, Uploads; H6).

What hides in a file beside its picture goes with the old file: places, names, other files glued to its end.
"""

import warnings
from contextlib import contextmanager
from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

# What browsers show and Pillow reads safely. SVG is a program as much as a picture, and is refused.
KINDS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
LARGEST_FILE = 20 * 2**20
LONGEST_SIDE = 8000
MOST_PIXELS = 40_000_000


@contextmanager
def opened(file, size):
    """Open a picture within the limits, turned as it was held. Raises ValidationError with a sentence for staff."""
    if getattr(file, "too_large", False) or size > LARGEST_FILE:
        raise ValidationError(_("This picture’s file is too large. Export it smaller."))
    file.seek(0)
    try:
        with warnings.catch_warnings(), Image.open(file, formats=list(KINDS.values())) as stored:
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            if max(stored.size) > LONGEST_SIDE or stored.width * stored.height > MOST_PIXELS:
                raise ValidationError(_("This picture has too many pixels. Export it smaller."))
            yield ImageOps.exif_transpose(stored)
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        raise ValidationError(_("This is no picture that we can read. Use a JPEG, PNG or WebP file.")) from None


def drawn(picture, kind, **how):
    """Return the bytes of a picture by itself. Its colors' profile stays, for without it the colors would be others."""
    plain = BytesIO()
    if kind == "JPEG" and picture.mode not in ("RGB", "L"):
        picture = picture.convert("RGB")
    profile = picture.info.get("icc_profile")
    # Pillow writes along what it finds here, such as the comment of a JPEG.
    picture.info = {name: value for name, value in picture.info.items() if name == "transparency"}
    picture.save(plain, kind, exif=b"", icc_profile=profile, **how)
    return plain.getvalue()


def redraw(file_name, file, owner, mime_type):
    """Put a picture of the library in the place of what was uploaded (a validator of django-filer)."""
    file.seek(0, 2)
    kind = KINDS[mime_type]
    with opened(file, file.tell()) as picture:
        data = drawn(picture, kind, **({"quality": 90} if kind != "PNG" else {}))
    file.seek(0)
    file.truncate()
    file.write(data)
    file.seek(0)
    if hasattr(file, "size"):
        file.size = len(data)


def measure_again(instance, **kwargs):
    """Note size and sum of a picture that was drawn anew after the library had noted them."""
    if instance.file and not instance.file._committed:
        instance.file_data_changed()
