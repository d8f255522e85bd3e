"""What staff upload is judged by its content and freed of what it tells about a person (H6; issue 5)."""

import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from testimonials.uploads import captions
from testimonials.uploads.pictures import clean_poster
from testimonials.uploads.videos import clean_video

from .media import POSTER, VIDEO, WEBM, picture

MADE_UP_NAME = b"Jane Doe"


def upload(data, name="film.mp4"):
    return SimpleUploadedFile(name, data)


def box(kind, content):
    return struct.pack(">I4s", len(content) + 8, kind) + content


def with_location_track(film):
    """Add a track as phones write it: neither picture nor sound, with a place in its samples."""
    place = b"+40.7000-074.0000/Jane Doe"
    moov = film.index(b"moov") - 4
    size = struct.unpack(">I", film[moov : moov + 4])[0]
    # The place lies in a second mdat at the end of the file, after the track that names it.
    table = box(b"stsz", struct.pack(">III", 0, len(place), 1)) + box(b"stsc", struct.pack(">IIIII", 0, 1, 1, 1, 1))
    media = box(b"hdlr", struct.pack(">II4s12x", 0, 0, b"meta") + MADE_UP_NAME + b"\0")
    header = box(b"tkhd", bytes(84))

    def track(offset):
        stbl = box(b"stbl", table + box(b"stco", struct.pack(">III", 0, 1, offset)))
        return box(b"trak", header + box(b"mdia", media + box(b"minf", stbl)))

    grown = len(track(0))
    # What lies behind the index moves: the tracks that point there would be wrong, so the index goes to the end.
    index = film[moov : moov + size]
    rest = film[:moov] + box(b"free", bytes(size - 8)) + film[moov + size :]
    place_at = len(rest) + size + grown + 8
    index = struct.pack(">I", size + grown) + index[4:] + track(place_at)
    return rest + index + box(b"mdat", place)


@pytest.mark.parametrize("film", [VIDEO, WEBM], ids=["MP4", "WebM"])
def test_a_film_keeps_its_pictures_and_loses_what_it_tells(film):
    file = upload(film)
    facts = clean_video(file)
    cleaned = file.read()
    assert round(facts.duration) == 2
    assert MADE_UP_NAME in film
    assert MADE_UP_NAME not in cleaned
    assert b"+40.7" not in cleaned
    assert b"Lavf" not in cleaned
    assert len(cleaned) == len(film)
    assert file.name == f"film.{facts.kind}"


def test_the_hours_at_which_a_film_was_made_are_forgotten():
    def made(film):
        at = film.index(b"mvhd") + 8
        return struct.unpack(">II", film[at : at + 8])

    file = upload(VIDEO)
    assert made(VIDEO) != (0, 0)
    clean_video(file)
    assert made(file.read()) == (0, 0)


def test_a_place_that_a_phone_recorded_beside_the_picture_is_forgotten():
    film = with_location_track(VIDEO)
    file = upload(film)
    clean_video(file)
    cleaned = file.read()
    assert b"+40.7000" in film
    assert b"+40.7000" not in cleaned
    assert MADE_UP_NAME not in cleaned


@pytest.mark.parametrize(
    ("name", "film"),
    {
        "a page": b"<!doctype html><script>alert(1)</script>",
        "a drawing": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "a program": b"MZ" + bytes(200),
        "only a head": VIDEO[:32],
        "cut short": VIDEO[:-200],
        "WebM cut short": WEBM[:-200],
        "an archive behind the film": VIDEO + b"PK\x03\x04" + bytes(100),
        "an archive behind the WebM": WEBM + b"PK\x03\x04" + bytes(100),
        "a page before the film": b"<script>alert(1)</script>" + VIDEO,
        "no picture": VIDEO.replace(b"vide", b"soun"),
        "a film of Apple's own kind": VIDEO.replace(b"ftypisom", b"ftypqt  "),
        "a length beyond the end": VIDEO + struct.pack(">I4s", 2**31, b"free"),
        "a box that never ends": struct.pack(">I4sI", 12, b"ftyp", 0) + struct.pack(">I4s", 2, b"moov"),
        "Matroska": WEBM.replace(b"webm", b"mkv\0"),
    }.items(),
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_whole_film_is_refused_with_a_sentence(name, film):
    with pytest.raises(ValidationError) as refused:
        clean_video(upload(film))
    assert refused.value.messages[0].endswith(".")


def test_a_film_over_the_limit_is_refused(settings):
    settings.STORY_VIDEO_LIMIT = 1000
    with pytest.raises(ValidationError, match="larger than"):
        clean_video(upload(VIDEO))


def test_a_film_with_a_huge_picture_is_refused():
    wide = struct.pack(">HHHH", 64, 0, 36, 0)
    with pytest.raises(ValidationError, match="too large"):
        clean_video(upload(VIDEO.replace(wide, struct.pack(">HHHH", 60000, 0, 36, 0))))


def test_a_poster_is_drawn_anew_upright_and_without_metadata():
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = "Jane Doe at the clinic", 6
    cleaned = clean_poster(upload(picture((64, 36), exif=exif)))
    assert MADE_UP_NAME not in cleaned.read()
    cleaned.seek(0)
    assert Image.open(cleaned).size == (36, 64)
    assert not Image.open(cleaned).getexif()
    assert cleaned.name == "poster.jpg"


def bomb(width, height):
    """A picture of a few bytes that would fill the memory."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("name", "file"),
    {
        "a drawing with a script": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "a page that begins like a picture": b"GIF89a/*<script>alert(1)</script>",
        "cut short": POSTER[:200],
        "zero bytes": b"",
        "a bomb": bomb(60000, 60000),
        "too wide": bomb(20000, 10),
        "too many pixels": bomb(7900, 7900),
        "a film": VIDEO,
    }.items(),
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_picture_is_refused_with_a_sentence(name, file):
    with pytest.raises(ValidationError) as refused:
        clean_poster(upload(file, "poster.jpg"))
    assert refused.value.messages[0].endswith(".")


def test_what_lies_behind_a_picture_is_left_behind():
    cleaned = clean_poster(upload(POSTER + b"<script>alert(1)</script>", "poster.jpg"))
    assert b"script" not in cleaned.read()


SRT = """1
00:00:01,000 --> 00:00:02,500
<i>It began</i> in spring,

2
00:00:02,600 --> 00:00:04,000
with a stiff neck.

3
00:00:08,000 --> 00:00:09,000
<v Jane Doe>It is & was < hard.
"""
VTT = """\ufeffWEBVTT - Jane Doe

NOTE Jane Doe said this

STYLE
::cue { background: url(https://example.org/seen) }

one
00:01.000 --> 00:02.500 line:90% align:start evil:1
It began
in spring.
"""


def test_subrip_becomes_webvtt_with_words_only():
    written = captions.webvtt(captions.parse(SRT.encode()))
    assert written.startswith("WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nIt began in spring,\n")
    assert "Jane" not in written
    assert "It is &amp; was &lt; hard." in written
    assert captions.parse(written.encode())[2].start == 8


def test_webvtt_keeps_where_its_words_stand_and_nothing_that_is_not_shown():
    written = captions.webvtt(captions.parse(VTT.encode()))
    assert written == "WEBVTT\n\n00:00:01.000 --> 00:00:02.500 line:90% align:start\nIt began\nin spring.\n"


def test_a_transcript_starts_from_the_captions_a_line_for_each_sentence():
    rows = captions.transcript(captions.parse(SRT.encode())).splitlines()
    assert rows == ["0:01 It began in spring, with a stiff neck.", "0:08 It is & was < hard."]


@pytest.mark.parametrize(
    ("reason", "file"),
    {
        "empty": b" \n",
        "not utf-8": b"WEBVTT\n\n\xff\xfe",
        "no cues": b"WEBVTT\n",
        "no timing": b"These words have no time.",
        "ends before it starts": b"WEBVTT\n\n00:05.000 --> 00:01.000\nWords\n",
        "markup": b"WEBVTT\n\n00:00.000 --> 00:01.000\n<script>alert(1)</script>\n",
        "not in order": b"WEBVTT\n\n00:05.000 --> 00:06.000\nB\n\n00:01.000 --> 00:02.000\nA\n",
        "after the end": b"WEBVTT\n\n01:00:00.000 --> 01:00:01.000\nWords\n",
        "too large": b"WEBVTT\n\n" + b"x" * 2**20,
    }.items(),
)
def test_captions_that_cannot_be_shown_say_why(reason, file):
    with pytest.raises(captions.Unusable) as refused:
        captions.parse(file, duration=60)
    assert refused.value.reason == reason


def test_a_picture_element_in_captions_is_code():
    with pytest.raises(captions.Unusable) as refused:
        captions.parse(
            b"1\n00:00:01,000 --> 00:00:02,000\nfine\n\n2\n00:00:03,000 --> 00:00:04,000\n<img src=x onerror=a>\n"
        )
    assert (refused.value.reason, refused.value.line) == ("markup", 7)
