"""MP4 films: their boxes are walked, and what could tell about the person is blanked in place (ISO/IEC 14496-12).

Nothing is moved, because an MP4 finds its pictures by their place in the file; a box that must go becomes
free space of the same length.
"""

import struct
from dataclasses import dataclass

from .patches import Damaged, Facts

CONTAINERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf", b"mvex", b"moof", b"traf"}
# Titles, places, names of cameras and programs, pictures for players, and room for anything else.
PRIVATE = {b"udta", b"meta", b"uuid", b"free", b"skip", b"wide", b"XMP_", b"ID32", b"iods", b"gps "}
# Where each box keeps when it was made and changed: two numbers behind version and flags.
DATED = {b"mvhd", b"tkhd", b"mdhd"}
PLAYED = {b"vide", b"soun"}
QUICKTIME = b"qt  "


@dataclass(frozen=True)
class Box:
    """A box: its kind, where it begins, where its content begins, and where it ends."""

    kind: bytes
    start: int
    inner: int
    end: int


def boxes(film, start, end):
    """Yield the boxes that fill a part of the file exactly. Raises Damaged where they do not."""
    while start < end:
        if end - start < 8:
            raise Damaged
        length, kind = struct.unpack(">I4s", film.at(start, 8))
        inner = start + 8
        if length == 1:
            length, inner = struct.unpack(">Q", film.at(inner, 8))[0], inner + 8
        elif length == 0:
            length = end - start
        if start + length > end or start + length < inner:
            raise Damaged
        yield Box(kind, start, inner, start + length)
        start += length


def inside(film, box):
    """Return a box's own boxes by kind; of several of a kind the last."""
    return {each.kind: each for each in boxes(film, box.inner, box.end)}


def examine(film):
    """Return the facts of an MP4 after blanking what is private. Raises Damaged for anything else."""
    top = list(boxes(film, 0, film.size))
    kinds = [box.kind for box in top]
    if kinds[:1] != [b"ftyp"] or kinds.count(b"moov") != 1 or b"mdat" not in kinds:
        raise Damaged
    if film.at(top[0].inner, 4) == QUICKTIME:
        raise Damaged
    moov = top[kinds.index(b"moov")]
    tracks = [box for box in boxes(film, moov.inner, moov.end) if box.kind == b"trak"]
    handlers = {track: handler_of(film, track) for track in tracks}
    if b"vide" not in handlers.values() or (b"moof" in kinds and set(handlers.values()) - PLAYED):
        raise Damaged
    facts = Facts("mp4", duration_of(film, moov), max(side_of(film, track) for track in tracks))
    for track, handler in handlers.items():
        if handler not in PLAYED:
            forget_samples(film, track)
            forget(film, track)
    for box in top:
        clean(film, box)
    return facts


def clean(film, box):
    """Blank what is private in a box and in all boxes inside it."""
    if box.kind in PRIVATE:
        forget(film, box)
    elif box.kind in DATED:
        wide = film.at(box.inner, 1) == b"\x01"
        film.blank(box.inner + 4, 16 if wide else 8)
    elif box.kind == b"hdlr":
        # Behind the handler's kind stands its name, which some cameras fill with their owner's.
        film.blank(box.inner + 24, max(box.end - box.inner - 24, 0))
    elif box.kind in CONTAINERS:
        # What was forgotten already reads as free space now.
        for inner in list(boxes(film, box.inner, box.end)):
            clean(film, inner)


def forget(film, box):
    film.put(box.start + 4, b"free")
    film.blank(box.inner, box.end - box.inner)


def handler_of(film, track):
    handler = inside(film, inside(film, track)[b"mdia"])[b"hdlr"]
    return film.at(handler.inner + 8, 4)


def duration_of(film, moov):
    """Return the length in seconds, or None where the index does not tell it."""
    header = inside(film, moov)[b"mvhd"]
    if film.at(header.inner, 1) == b"\x01":
        scale, length = struct.unpack(">IQ", film.at(header.inner + 20, 12))
    else:
        scale, length = struct.unpack(">II", film.at(header.inner + 12, 8))
    return length / scale if scale and length else None


def side_of(film, track):
    """Return the longer side of a track's picture in pixels; sound has none."""
    header = inside(film, track)[b"tkhd"]
    return max(struct.unpack(">HHHH", film.at(header.end - 8, 8))[::2])


def forget_samples(film, track):
    """Blank what a track that is neither picture nor sound holds: phones record places in such tracks."""
    media = inside(film, inside(film, inside(film, track)[b"mdia"])[b"minf"])
    table = inside(film, media[b"stbl"])
    sizes, chunks = sample_sizes(film, table), chunk_offsets(film, table)
    per_chunk = samples_per_chunk(film, table, len(chunks))
    taken = 0
    for offset, count in zip(chunks, per_chunk, strict=True):
        film.blank(offset, sum(sizes[taken : taken + count]))
        taken += count


def numbers(film, offset, count, form):
    width = struct.calcsize(form)
    if count * width > film.size:
        raise Damaged
    return struct.unpack(f">{count}{form}", film.at(offset, count * width))


def sample_sizes(film, table):
    box = table[b"stsz"]
    size, count = struct.unpack(">II", film.at(box.inner + 4, 8))
    if size:
        return [size] * min(count, film.size)
    return numbers(film, box.inner + 12, count, "I")


def chunk_offsets(film, table):
    box = table.get(b"stco") or table[b"co64"]
    count = struct.unpack(">I", film.at(box.inner + 4, 4))[0]
    return numbers(film, box.inner + 8, count, "I" if box.kind == b"stco" else "Q")


def samples_per_chunk(film, table, chunks):
    box = table[b"stsc"]
    count = struct.unpack(">I", film.at(box.inner + 4, 4))[0]
    rows = numbers(film, box.inner + 8, count * 3, "I")
    firsts, samples = rows[::3], rows[1::3]
    counts = []
    for number in range(1, chunks + 1):
        known = [many for first, many in zip(firsts, samples, strict=True) if first <= number]
        counts.append(known[-1] if known else 0)
    return counts
