"""A page's social picture: its title on a ground in the site's own look (issue 6, item 6).

The grounds are photographs of the site's drawings (tests/sharing/plates.py makes them anew).
"""

from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw

from astr_site.environment import ROOT

from .lettering import LINE, fit, note_font, title_font

PLATES = ROOT / "astr_site/sharing/plates"
WIDTH, HEIGHT = 1200, 630
LEFT, TOP = 64, 132
NOTE_SIZE, NOTE_HEIGHT = 30, 48
LARGEST, SMALLEST = 92, 40
COLORS = 128
INK, SOFT_INK, ON_PINE = "#12302b", "#30483f", "#f4f0e4"


class Ground(NamedTuple):
    """Where a title may stand on a ground, so that it touches no drawing."""

    width: int
    height: int
    ink: str = INK


OVER_A_SCENE, BESIDE = Ground(1072, 160), Ground(540, 450)
GROUNDS = {
    "page": Ground(820, 270),
    "story": Ground(1072, 210),
    "astr": OVER_A_SCENE._replace(ink=ON_PINE),
    **dict.fromkeys(("manipulation", "mobilization", "massage"), OVER_A_SCENE),
    **dict.fromkeys(("physical-therapist", "occupational-therapist", "athletic-trainer"), BESIDE),
    **dict.fromkeys(("massage-therapist", "chiropractor"), BESIDE),
}


def draw(ground, title, note=""):
    """Return the picture as PNG; `note` stands above the title in small letters."""
    room = GROUNDS[ground]
    with Image.open(PLATES / f"{ground}.png") as plate:
        picture = plate.convert("RGB")
    pen = ImageDraw.Draw(picture)
    top, height = TOP, room.height
    if note:
        pen.text((LEFT, top), note, font=note_font(NOTE_SIZE), fill=room.ink)
        top, height = top + NOTE_HEIGHT, height - NOTE_HEIGHT
    size, lines = fit(title, room.width, height, LARGEST, SMALLEST)
    for number, line in enumerate(lines):
        pen.text((LEFT, top + round(number * size * LINE)), line, font=title_font(size), fill=room.ink)
    drawn = BytesIO()
    picture.quantize(COLORS, dither=Image.Dither.NONE).save(drawn, "PNG", optimize=True)
    return drawn.getvalue()
