"""Sends hostile requests to a site on this machine, and judges the answers."""

import re
import socket
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from .requests import PLACES, hostile
from .words import INJECTED, REFLECTIONS

SLOWEST = 2.0
PATIENCE, MOMENT = 20, 0.05
AT_ONCE = 2
GO_ON = b"HTTP/1.1 100 Continue\r\n\r\n"
MARKUP = re.compile(rb"content-type: *(text/html|application/xml|image/svg|text/xml|application/xhtml)", re.IGNORECASE)


@dataclass
class Outcome:
    """What came of a run: how many answers of which kind, and every fault with the request that brought it."""

    statuses: Counter = field(default_factory=Counter)
    faults: list = field(default_factory=list)
    slowest: float = 0.0


def ask(address, wire, whole=True):
    """Return the bytes of the answer and how long it took."""
    started = time.monotonic()
    with socket.create_connection(address, timeout=PATIENCE) as line:
        parts = []
        try:
            line.sendall(wire)
            if not whole:
                # The rest never comes. A server that hears so need not answer; one that does not would wait for it.
                time.sleep(MOMENT)
                line.shutdown(socket.SHUT_WR)
            while part := line.recv(1 << 16):
                parts.append(part)
        except (ConnectionResetError, BrokenPipeError):
            # Whoever is refused while still talking is cut off after the answer.
            pass
        return b"".join(parts), time.monotonic() - started


def judge(answer, took, whole=True):
    """Return the status and what is wrong with an answer, "" where nothing is."""
    head, _between, body = answer.removeprefix(GO_ON).partition(b"\r\n\r\n")
    status = head[9:12].decode("latin-1")
    if whole and not status:
        return status, "answered nothing"
    if status in {"500", "502", "503", "504"}:
        return status, f"answered {status}"
    if took > SLOWEST:
        return status, f"took {took:.1f} s"
    if f"\r\n{INJECTED}:".lower().encode() in head.lower():
        return status, "let a header in"
    if MARKUP.search(head):
        for reflection in REFLECTIONS:
            if reflection in body:
                at = body.index(reflection)
                return status, f"gave back {body[max(at - 60, 0) : at + 60]!r}"
    return status, ""


def places(url):
    """Return every address worth asking: those of pages, from the sitemap, and all others."""
    parts = urlsplit(url)
    address, found = (parts.hostname, parts.port), []
    for sitemap in ("/sitemap.xml", "/sitemap-pages.xml", "/sitemap-techniques.xml", "/sitemap-stories.xml"):
        told, _took = ask(address, f"GET {sitemap} HTTP/1.0\r\nHost: {parts.netloc}\r\n\r\n".encode())
        found += [urlsplit(each.decode()).path for each in re.findall(rb"<loc>([^<]+)</loc>", told)]
    return [*PLACES, *dict.fromkeys(found)]


def run(url, seed, count, seconds):
    """Send `count` requests, at most for so many seconds."""
    parts, outcome, end = urlsplit(url), Outcome(), time.monotonic() + seconds
    assert parts.hostname == "127.0.0.1", "Only a site on this machine may be treated like this."
    targets = places(url)

    def one(number):
        if time.monotonic() > end:
            return None
        request = hostile(seed, number, targets, parts.netloc)
        try:
            return request, *ask((parts.hostname, parts.port), request.wire, request.whole)
        except TimeoutError:
            return request, b"HTTP/1.1 504 silent for too long\r\n\r\n", PATIENCE

    with ThreadPoolExecutor(AT_ONCE) as several:
        for number, told in enumerate(several.map(one, range(count))):
            if told is None:
                continue
            request, answer, took = told
            status, fault = judge(answer, took, request.whole)
            outcome.statuses[status or "cut off"] += 1
            outcome.slowest = max(outcome.slowest, took)
            if fault:
                outcome.faults.append(f"{number}: {request.method} {request.target[:200]} {fault}")
    return outcome
