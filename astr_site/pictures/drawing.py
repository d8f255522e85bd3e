"""Drawing one size of a picture: its part, its colors as every screen takes them, and nothing that hides beside it."""

from io import BytesIO

from PIL import Image, ImageCms

from .sizes import WIDTHS, box
from .uploads import drawn, opened

# AVIF takes ten times as long as the others and is half as large; more effort than this gains little.
HOW = {
    "avif": ("AVIF", {"quality": 55, "speed": 6, "max_threads": 1}),
    "webp": ("WEBP", {"quality": 78, "method": 4}),
    "jpg": ("JPEG", {"quality": 80, "progressive": True, "optimize": True}),
}
PLAIN = ImageCms.createProfile("sRGB")


def reduced(data, shape, focus):
    """Return the part of a picture, no wider than the widest size. Raises ValidationError for what is no picture."""
    with opened(BytesIO(data), len(data)) as picture:
        part = picture.crop(box(picture.size, shape, focus))
        part.info = picture.info
        part = in_plain_colors(part)
        part.thumbnail((WIDTHS[-1], part.height))
        return part


def in_plain_colors(picture):
    """Return the picture in sRGB, so that no size has to carry a profile of its colors."""
    profile = picture.info.pop("icc_profile", None)
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    if profile and mode == "RGB":
        try:
            described = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(picture, described, PLAIN, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            pass  # The profile is broken, or of another kind of picture than this.
    return picture.convert(mode)


def written(picture, width, kind):
    """Return the bytes of one size, which is never larger than the picture."""
    smaller = picture.copy()
    smaller.thumbnail((width, smaller.height))
    if kind == "jpg" and smaller.has_transparency_data:
        ground = Image.new("RGB", smaller.size, "white")
        ground.paste(smaller, mask=smaller.getchannel("A"))
        smaller = ground
    name, how = HOW[kind]
    return drawn(smaller, name, **how)
