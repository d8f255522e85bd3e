"""A process that publishes is killed, twelve times, each time at another moment; under load."""

import json
import time

from ..ground import Ground
from ..report import Found

TIMES = 12


def publishing(ground):
    publisher = ground.start(["-m", "tests.chaos.publisher"])
    assert publisher.stdout.readline() == "ready\n"
    return publisher


def one_publication(ground):
    """Return the seconds that one takes, on this machine and under this load."""
    publisher, begun = publishing(ground), time.monotonic()
    assert publisher.stdout.readline() == "0\n"
    publisher.terminate()
    publisher.wait(timeout=20)
    return time.monotonic() - begun


def run(original, place):
    ground = Ground(place).load(original)
    lost, last, mended = [], -1, time.monotonic()
    with ground.served() as site, site.load() as load:
        took = one_publication(ground)
        for number in range(TIMES):
            publisher = publishing(ground)
            # From the first moment of one publication to the end of a second one.
            time.sleep(took * 2 * number / TIMES)
            publisher.kill()
            publisher.wait()
            told = [int(line) for line in publisher.stdout]
            last = max(told, default=last)
            state = json.loads(ground.module("tests.chaos.public"))
            mended = time.monotonic()
            if state["public"] != 1 or state["without a version"]:
                lost.append(f"after {number}: {state}")
            if told and int(state["summary"].rstrip(".").rsplit(" ", 1)[1]) < told[-1]:
                lost.append(f"after {number}: version {told[-1]} was said to be public")
    found = Found("kill -9 while publishing, twelve times").of(load, mended)
    found.lost = lost
    found.require(found.failed == 0, "every page is answered")
    found.require(last >= 0, "something was published between")
    found.notes["one publication takes"] = f"{took:.2f} s"
    return found
