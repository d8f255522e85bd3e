"""Captions: WebVTT or SubRip in, one tidy WebVTT out, and a transcript to start from (W3C WebVTT; A1)."""

import re
from dataclasses import dataclass
from itertools import pairwise

LARGEST_FILE = 2**20
MOST_CUES = 5000
TIME = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)[.,](\d{3})"
TIMING = re.compile(rf"\s*{TIME}\s+-->\s+{TIME}(?P<settings>(?:\s+\S+)*)\s*")
# The tags of WebVTT; SubRip files use the first ones.
TAG = re.compile(r"</?(?:[biu]|c(?:\.[\w.-]*)?|v(?:[ .][^<>]*)?|lang(?: [\w-]*)?|ruby|rt)>|<\d[\d:.]*>", re.IGNORECASE)
SUBRIP_FONT = re.compile(r"</?font\b[^<>]*>|\{\\an?\d+\}", re.IGNORECASE)
PLACING = re.compile(r"(?:vertical|line|position|size|align):[\w%.,-]+")


class Unusable(ValueError):
    """Captions that cannot be shown: which line, and what is wrong with it."""

    def __init__(self, reason, line=0):
        self.reason, self.line = reason, line
        super().__init__(reason)


@dataclass(frozen=True)
class Cue:
    """Words that stand under the picture for a while."""

    start: float
    end: float
    text: str
    placing: str = ""


def seconds(hours, minutes, secs, thousandths):
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(secs) + int(thousandths) / 1000


def parse(data, duration=None):
    """Return the cues of a WebVTT or SubRip file. Raises Unusable with a reason: a word that `captions_form` explains.

    Only words are kept: comments and style sheets go, and so do the names of speakers in tags, which readers
    never see and which could tell more than the person agreed to (H6).
    """
    if len(data) > LARGEST_FILE:
        raise Unusable("too large")
    if not data.strip():
        raise Unusable("empty")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable("not utf-8") from None
    if "\0" in text:
        raise Unusable("not utf-8")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cues = ordered([cue_of(block, first) for block, first in blocks(lines) if is_cue(block)], duration)
    if not cues:
        raise Unusable("no cues")
    return cues


def blocks(lines):
    """Yield the groups of lines between empty lines, each with the number of its first line."""
    block, first = [], 1
    for count, line in enumerate([*lines, ""], 1):
        if line.strip():
            if not block:
                first = count
            block.append(line)
        elif block:
            yield block, first
            block = []


def is_cue(block):
    """Say whether a group of lines is meant as a cue; the head, comments, styles and regions are not."""
    return not re.match(r"WEBVTT\b|NOTE\b|STYLE\s*$|REGION\s*$", block[0]) or any("-->" in line for line in block[:2])


def cue_of(block, first):
    place = next((at for at, line in enumerate(block[:2]) if "-->" in line), None)
    timing = TIMING.fullmatch(block[place]) if place is not None else None
    if timing is None:
        raise Unusable("no timing", first)
    start, end = seconds(*timing.groups()[:4]), seconds(*timing.groups()[4:8])
    if end <= start:
        raise Unusable("ends before it starts", first + place)
    words = [plain(line, first + place + at) for at, line in enumerate(block[place + 1 :], 1)]
    placing = " ".join(part for part in timing["settings"].split() if PLACING.fullmatch(part))
    return Cue(start, end, "\n".join(filter(None, words)), placing)


def plain(line, number):
    """Return a line's words without tags. Raises Unusable where it holds markup that captions cannot have."""
    words = TAG.sub("", SUBRIP_FONT.sub("", line)).strip()
    if re.search(r"<[/!a-z]|javascript:", words, re.IGNORECASE) or "-->" in words:
        raise Unusable("markup", number)
    return words


def ordered(cues, duration):
    cues = [cue for cue in cues if cue.text]
    if len(cues) > MOST_CUES:
        raise Unusable("too many")
    for before, after in pairwise(cues):
        if after.start < before.start:
            raise Unusable("not in order")
    if duration and cues and cues[-1].start > duration + 1:
        raise Unusable("after the end")
    return cues


def clock(moment):
    total = round(moment * 1000)
    hours, rest = divmod(total, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def webvtt(cues):
    """Write the cues as WebVTT."""
    escaped = (
        f"{clock(cue.start)} --> {clock(cue.end)} {cue.placing}".rstrip()
        + "\n"
        + re.sub(r"&(?!(?:amp|lt|gt|nbsp|lrm|rlm);)", "&amp;", cue.text).replace("<", "&lt;")
        for cue in cues
    )
    return "WEBVTT\n\n" + "\n\n".join(escaped) + "\n"


def transcript(cues, pause=2.0):
    """Return the cues as a transcript to start from: a line for each sentence or after a pause, with its time."""
    rows = []
    for cue in cues:
        words = " ".join(cue.text.split())
        words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&")
        if rows and cue.start - rows[-1][1] < pause and not rows[-1][2].endswith((".", "!", "?", "…", "”")):
            start, _end, before = rows[-1]
            rows[-1] = (start, cue.end, f"{before} {words}")
        else:
            rows.append((cue.start, cue.end, words))
    return "\n".join(f"{int(start) // 60}:{int(start) % 60:02} {words}" for start, _end, words in rows)
