"""Which sizes of a picture there are, and how a page offers them, so that each screen takes the one that fits."""

from dataclasses import dataclass, field

from PIL import features

# As wide as the layout shows pictures on a phone, in a column and on a dense screen; no other width is ever drawn.
WIDTHS = (320, 400, 800, 1200, 1600)
USUAL = 800
# The smallest files first; every browser knows the last.
KINDS = {
    kind: content_type
    for kind, content_type in {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}.items()
    if kind == "jpg" or features.check(kind)
}
FALLBACK = "jpg"
# What is shown of a picture: all of it, or a part round its focus, which is taller on a phone.
WHOLE, WIDE, NEAR = "whole", "wide", "near"
RATIOS = {WHOLE: None, WIDE: 16 / 9, NEAR: 4 / 3}
ON_PHONES = "(max-width: 30rem)"


@dataclass(frozen=True)
class Offer:
    """A picture as components show it: `src` for every browser, and `sources` with what is better for most."""

    src: str
    width: int = 0
    height: int = 0
    sources: list = field(default_factory=list)


def box(size, shape, focus=(0.5, 0.5)):
    """Return the part (left, top, right, bottom) that a shape shows: as much as there is, round the focus."""
    ratio = RATIOS[shape]
    if not ratio:
        return (0, 0, *size)
    width, height = size
    part = max(1, min(width, round(height * ratio))), max(1, min(height, round(width / ratio)))
    left, top = (
        min(max(round(at * whole - side / 2), 0), whole - side)
        for at, whole, side in zip(focus, size, part, strict=True)
    )
    return left, top, left + part[0], top + part[1]


def rungs(width):
    """Return (rung, width shown) up to the first rung that holds the whole picture: it is never enlarged."""
    smaller = [each for each in WIDTHS if each < width]
    return [(each, each) for each in smaller] + [(each, width) for each in WIDTHS[len(smaller) :][:1]]


def offer(address, size=None, shapes=(WHOLE,)):
    """Offer a picture by `address(shape, rung, kind)`; with a second shape, that one is for phones.

    Without its size, which a poster does not know, each rung is taken to be as wide as it is called.
    """
    sources = []
    for shape, media in reversed(list(zip(shapes, ("", ON_PHONES), strict=False))):
        left, top, right, bottom = box(size, shape) if size else (0, 0, 0, 0)
        steps = rungs(right - left) if size else [(each, each) for each in WIDTHS]
        rung, width = next((step for step in steps if step[0] >= USUAL), steps[-1])
        height = max(1, round((bottom - top) * width / (right - left))) if size else 0
        for kind, content_type in KINDS.items():
            if kind != FALLBACK or media:
                found = ", ".join(f"{address(shape, each, kind)} {shown}w" for each, shown in steps)
                source = {"type": content_type, "srcset": found}
                # A part of another shape takes another room; else that of the picture holds.
                sources.append(source | ({"media": media, "width": width, "height": height} if media else {}))
    return Offer(address(shapes[0], rung, FALLBACK), width if size else 0, height, sources)
