"""Readers who look at what they are answered while somebody publishes or withdraws."""

import threading
import time
from dataclasses import dataclass, field

from tests.chaos.load import Load


@dataclass
class Watching(Load):
    """`see` makes of an answer what is compared; `seen` are (when the request began, address, what was seen)."""

    see: object = None
    seen: list = field(default_factory=list)

    def look(self, begun, address, response):
        self.seen.append((begun, address, self.see(response)))


class Told:
    """Listens to a program that says when it has done something, and remembers the moments."""

    def __init__(self, stream):
        self.lines = []
        self.listener = threading.Thread(target=self.listen, args=(stream,))
        self.listener.start()

    def listen(self, stream):
        for line in stream:
            self.lines.append((time.monotonic(), line.strip()))

    def wait(self, how_many, seconds):
        """Wait until so many lines were told, or the time is over; return them."""
        end = time.monotonic() + seconds
        while len(self.lines) < how_many and time.monotonic() < end and self.listener.is_alive():
            time.sleep(0.01)
        return self.lines[:]


def stale(seen, told, holds):
    """Return those who saw what was no longer true: (seconds since it was told, address, what was seen).

    `told` are (moment, value) of what had become true; a request that began later has to see that value, or what
    `holds(seen, value)` takes as well.
    """
    late = []
    for begun, address, what in seen:
        before = [(moment, value) for moment, value in told if moment < begun]
        if before and not holds(what, before[-1][1]):
            late.append((begun - before[-1][0], address, what))
    return late
