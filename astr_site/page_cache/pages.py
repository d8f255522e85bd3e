"""A finished page, in every coding that a browser may want, with the headers that go with it."""

import gzip
import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import brotli
import zstandard

# In the order in which they are offered: the smallest first. Harder packing takes a page twice the time, and no two
# hundredths of its size.
CODINGS = {
    "br": lambda body: brotli.compress(body, quality=5),
    "zstd": lambda body: zstandard.ZstdCompressor(level=6).compress(body),
    "gzip": lambda body: gzip.compress(body, 5, mtime=0),
}
PLAIN = "identity"
LARGEST = 2_000_000
KINDS = ("text/html", "text/plain", "text/xml", "application/xml", "application/atom+xml", "application/rss+xml")
# Made anew for each answer, or by whoever sends it.
OURS = {
    "cache-control",
    "content-encoding",
    "content-length",
    "date",
    "etag",
    "expires",
    "last-modified",
    "vary",
    "x-request-id",
}

# Seconds for caches in front of us. Withdrawing must reach everywhere within a minute (issue 6), so that all three
# together are one minute where a person's story is seen; other pages may stand in for a site that is down.
OF_PERSONS = "public, max-age=0, s-maxage={0}, stale-while-revalidate=20, stale-if-error=20"
OF_OTHERS = "public, max-age=0, s-maxage={0}, stale-while-revalidate=60, stale-if-error=86400"
IN_FRONT = {OF_PERSONS: 20, OF_OTHERS: 60}
# For what stands in or is about to change.
BRIEFLY, STANDING_IN = "public, max-age=0, s-maxage={0}", 1


class Headers(list):
    """The headers of an answer as pairs of words, for WSGI."""

    @cached_property
    def raw(self):
        """The same for ASGI: in bytes, worked out once."""
        return [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in self]


class Answer(NamedTuple):
    """What is sent: the status as a number, Headers and the body.

    Until the moment `lasting`, whoever asks the same under the same mark is answered the same.
    """

    status: int
    headers: Headers
    body: bytes
    lasting: float


@dataclass(slots=True)
class Finished:
    """The bytes of one coding, and what is said about them; `unchanged` goes with a 304."""

    body: bytes
    etag: str
    headers: Headers
    unchanged: Headers

    def briefly(self, seconds):
        """Return the same for caches in front of us that may keep it for these seconds only."""
        told = ("Cache-Control", BRIEFLY.format(seconds))
        anew = (
            Headers(told if pair[0] == told[0] else pair for pair in pairs) for pairs in (self.headers, self.unchanged)
        )
        return Finished(self.body, self.etag, *anew)


@dataclass(slots=True)
class Page:
    """What lies on the shelf; all moments are seconds since 1970, `never_after` None where nothing can run out.

    `kinds` are those of `reading.shows`, `proof` the questions to the database that it was made from (evidence.py).
    """

    mark: tuple
    since: float
    until: float
    never_after: float | None
    caching: str
    kinds: frozenset = frozenset()
    proof: tuple | None = None
    codings: dict = field(default_factory=dict)
    used: bool = True

    @property
    def size(self):
        return sum(len(each.body) for each in self.codings.values()) + sum(len(each.sql) for each in self.proof or ())

    def is_current(self, mark, now):
        return self.mark == mark and self.since <= now < self.until

    def may_stand_in(self, mark, now):
        """Say whether it may be shown while nothing newer can be made."""
        return self.mark.trusted == mark.trusted and (self.never_after is None or now < self.never_after)

    def may_be_proved(self, mark, now):
        """Say whether it can be current still, though something changed since it was made.

        Never where something went out of sight for good: then nothing of before is worth a look.
        """
        return self.mark.trusted == mark.trusted and self.since <= now < self.until

    @property
    def steady_until(self):
        """The moment from which caches in front of us may keep it for less time than it says itself."""
        return self.until - IN_FRONT[self.caching]

    def keeps_in_front(self, now, stands_in):
        """Return the seconds for which caches in front of us may keep it, or None where that is what it says."""
        if stands_in:
            return STANDING_IN
        return None if now <= self.steady_until else max(int(self.until - now), 0)

    def fitting(self, accepted):
        for coding in accepted:
            if finished := self.codings.get(coding):
                return finished
        return self.codings[PLAIN]


def may_be_kept(status, headers, body):
    """Say whether an answer is the same for everybody and worth keeping."""
    told = {name.lower(): value for name, value in headers}
    return (
        status.startswith("200 ")
        and len(body) <= LARGEST
        and "set-cookie" not in told
        and "content-encoding" not in told
        and "content-disposition" not in told
        and told.get("content-type", "").partition(";")[0] in KINDS
        and not any(word in told.get("cache-control", "") for word in ("private", "no-store", "no-cache"))
    )


def finish(page, headers, body):
    """Fill a page with its codings."""
    kept = [(name, value) for name, value in headers if name.lower() not in OURS]
    digest = hashlib.sha256(body).hexdigest()[:24]
    made = {PLAIN: body} | {coding: pack(body) for coding, pack in CODINGS.items()}
    for coding, packed in made.items():
        if coding == PLAIN or len(packed) < len(body):
            page.codings[coding] = finished(coding, packed, f'"{digest}-{coding}"', kept, page.caching)
    return page


def finished(coding, body, etag, kept, caching):
    # Whoever signs in is shown another page; caches in front of us must know.
    about = [
        ("Cache-Control", caching.format(IN_FRONT[caching])),
        ("ETag", etag),
        ("Vary", "Accept-Encoding, Cookie"),
    ]
    headers = [*kept, *about, ("Content-Length", str(len(body)))]
    if coding != PLAIN:
        headers.append(("Content-Encoding", coding))
    return Finished(body, etag, Headers(headers), Headers(about))
