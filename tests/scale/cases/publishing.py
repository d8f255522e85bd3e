"""One text is published again and again on one host, while readers ask both and the balancer for its page."""

import re
from collections import Counter

from tests.chaos.report import Found

from ..watching import Told, Watching, stale

PAGE = "/techniques/massage/"
NUMBER = re.compile(rb"Made-up summary (\d+)\.")
TIMES, SECONDS = 30, 90


def number(response):
    """Return which publication a page shows; -1 for the text that was there before."""
    found = NUMBER.search(response.data)
    return int(found[1]) if found else -1


def run(there):
    first = there.hosts[0]
    pages = [*(host.url + PAGE for host in there.hosts), there.balancer + PAGE]
    publisher = first.ground.start(["-m", "tests.chaos.publisher"])
    try:
        assert publisher.stdout.readline() == "ready\n"
        with Watching("", pages, see=number) as load:
            told = Told(publisher.stdout).wait(TIMES, SECONDS)
    finally:
        publisher.terminate()
        publisher.wait(timeout=20)
    told = [(moment, int(line)) for moment, line in told]
    late = stale(load.seen, told, lambda seen, value: seen >= value)
    judged = sum(begun > told[0][0] for begun, _address, _seen in load.seen) if told else 0
    found = Found("published on one host, read on both", len(load.asked), len(load.failed()))
    found.require(len(told) >= TIMES, f"{TIMES} publications within {SECONDS} seconds")
    found.require(not load.failed(), "every page is answered")
    found.require(not late, "nobody sees the text before once a publication has returned")
    found.notes = {"publications": len(told), "requests after one": judged, "stale": len(late)}
    if load.failed():
        found.notes["instead of 200"] = dict(Counter(status for _begun, _seconds, status in load.failed()))
        found.notes["nginx said"] = there.complaint()
    if late:
        found.notes["longest stale"] = f"{max(late)[0]:.2f} s"
        found.notes["stale at"] = sorted({address for _seconds, address, _seen in late})
    return found
