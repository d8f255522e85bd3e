"""Setting a title of any length into a box, in the site's own type."""

import unicodedata
from functools import cache

from PIL import ImageFont

from astr_site.environment import ROOT

LINE = 1.12
# Letters outside these stand in no font of ours (DESIGN 2.3).
DRAWN = {*range(0x20, 0x7F), *range(0xA0, 0x100), 0x131, 0x152, 0x153, *range(0x2013, 0x203B), 0x20AC, 0x2122}


@cache
def font(name, size, weight):
    """Return a font of the site in one size and weight."""
    loaded = ImageFont.truetype(ROOT / "static/fonts" / f"{name}.woff2", size)
    loaded.set_variation_by_axes([weight])
    return loaded


def title_font(size):
    return font("brygada-1918-sub", size, 560)


def note_font(size):
    return font("atkinson-next-sub", size, 600)


def drawable(text):
    """Return the text in letters that our fonts have: “ő” becomes “o”, a sign with no such letter goes."""
    plain = (
        letter if ord(letter) in DRAWN else unicodedata.normalize("NFKD", letter)[0]
        for letter in unicodedata.normalize("NFC", text)
    )
    return " ".join("".join(letter for letter in plain if ord(letter) in DRAWN).split())


def pieces(words, width, measure):
    """Yield the words, those that are wider than a line in parts."""
    for word in words:
        while measure(word) > width and len(word) > 1:
            fits = max((n for n in range(1, len(word)) if measure(word[:n]) <= width), default=1)
            yield word[:fits]
            word = word[fits:]
        yield word


def wrap(text, width, measure):
    """Break a text into as few lines as the width allows."""
    lines = []
    for word in pieces(text.split(), width, measure):
        if lines and measure(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def whole(lines, text):
    """Say whether no word had to be broken."""
    return " ".join(lines) == text


def balanced(text, width, measure):
    """Break a text into as few lines, as even as they can be."""
    lines = wrap(text, width, measure)
    while len(tried := wrap(text, width := width - 20, measure)) == len(lines) > 1 and whole(tried, text):
        lines = tried
    return lines


def fit(text, width, height, largest, smallest):
    """Return (size, lines): the largest type in which the text fits; the last line is cut where none does."""
    text = drawable(text)
    for size in range(largest, smallest - 1, -2):
        lines = balanced(text, width, title_font(size).getlength)
        if len(lines) * size * LINE <= height and (whole(lines, text) or size == smallest):
            return size, lines
    measure, rows = title_font(smallest).getlength, int(height // (smallest * LINE))
    lines = wrap(text, width, measure)
    return smallest, [*lines[: rows - 1], shortened(lines[rows - 1], width, measure)]


def shortened(line, width, measure):
    while line and measure(f"{line}…") > width:
        line = line[:-1]
    return f"{line.rstrip()}…"
