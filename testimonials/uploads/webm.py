"""WebM films: their elements are walked, and what could tell about the person becomes empty space (RFC 8794, 9559)."""

import struct
from dataclasses import dataclass

from .patches import Damaged, Facts

EBML, DOCTYPE, SEGMENT, INFO, TRACKS, TRACK, PICTURE = (
    0x1A45DFA3,
    0x4282,
    0x18538067,
    0x1549A966,
    0x1654AE6B,
    0xAE,
    0xE0,
)
CLUSTER = 0x1F43B675
SCALE, DURATION, TRACK_TYPE, WIDTH, HEIGHT = 0x2AD7B1, 0x4489, 0x83, 0xB0, 0xBA
ENTERED = {EBML, SEGMENT, INFO, TRACKS, TRACK, PICTURE}
# Tags, attached files, chapters; title, file name, date, programs, names of tracks; sums that would be wrong now.
PRIVATE = {0x1254C367, 0x1941A469, 0x1043A770, 0x7BA9, 0x7384, 0x4461, 0x4D80, 0x5741, 0x536E, 0x73A4, 0xBF, 0xEC}
PLAYED = {1, 2}


@dataclass(frozen=True)
class Element:
    """An element: its kind, where it begins, where its content begins, and where it ends."""

    kind: int
    start: int
    inner: int
    end: int


def number(film, offset, keep_marker):
    """Read a number of variable length: (value, its width). Raises Damaged where there is none."""
    first = film.at(offset, 1)[0]
    width = 9 - first.bit_length()
    if width > 8:
        raise Damaged
    value = int.from_bytes(film.at(offset, width), "big")
    return (value if keep_marker else value & ((1 << 7 * width) - 1)), width


def elements(film, start, end):
    """Yield all elements, going into those that matter. Raises Damaged where they do not fill the file."""
    while start < end:
        kind, kind_width = number(film, start, keep_marker=True)
        length, width = number(film, start + kind_width, keep_marker=False)
        inner = start + kind_width + width
        # A recorder that did not know the length wrote ones; what is inside then simply follows.
        unknown = length == (1 << 7 * width) - 1
        if unknown and kind not in (SEGMENT, CLUSTER):
            raise Damaged
        if not unknown and inner + length > end:
            raise Damaged
        yield Element(kind, start, inner, inner if unknown else inner + length)
        start = inner if unknown or kind in ENTERED else inner + length


def examine(film):
    """Return the facts of a WebM after blanking what is private. Raises Damaged for anything else."""
    found = list(elements(film, 0, film.size))
    if not found or found[0].kind != EBML:
        raise Damaged
    values = {}
    for each in found:
        if each.kind in (DOCTYPE, SCALE, DURATION, TRACK_TYPE, WIDTH, HEIGHT):
            values.setdefault(each.kind, []).append(film.at(each.inner, min(each.end - each.inner, 16)))
    types = {int.from_bytes(value, "big") for value in values.get(TRACK_TYPE, ())}
    if [value.rstrip(b"\0") for value in values.get(DOCTYPE, ())] != [b"webm"] or 1 not in types or types - PLAYED:
        raise Damaged
    if CLUSTER not in {each.kind for each in found}:
        raise Damaged
    for each in found:
        if each.kind in PRIVATE:
            forget(film, each)
    sides = [int.from_bytes(value, "big") for value in values.get(WIDTH, []) + values.get(HEIGHT, [])]
    return Facts("webm", duration(values), max(sides, default=0))


def duration(values):
    """Return the length in seconds, or None where the film does not tell it."""
    told = values.get(DURATION, [b""])[0]
    if len(told) not in (4, 8):
        return None
    length = struct.unpack(">f" if len(told) == 4 else ">d", told)[0]
    scale = int.from_bytes(values.get(SCALE, [b""])[0], "big") or 1_000_000
    return length * scale / 1_000_000_000


def forget(film, element):
    """Turn an element into empty space of the same length."""
    length = element.end - element.start
    if length < 2:
        raise Damaged
    head = b"\xec" + (bytes([0x80 | (length - 2)]) if length < 10 else b"\x01" + (length - 9).to_bytes(7, "big"))
    film.put(element.start, head)
    film.blank(element.start + len(head), length - len(head))
