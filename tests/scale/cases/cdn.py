"""A read-through CDN in front: what it keeps, and how soon it is told of what has changed."""

import time

from tests.chaos.report import Found
from tests.servers import ask

from .publishing import PAGE

PATIENCE = 90


def until(true, patience=PATIENCE):
    """Return the seconds until something is so, or None."""
    begun = time.monotonic()
    while time.monotonic() - begun < patience:
        if true():
            return time.monotonic() - begun
        time.sleep(0.1)
    return None


def run(there):
    first = there.hosts[0]
    found = Found("a CDN in front")
    kept = [ask(there.cdn + PAGE).headers["X-Cdn"] for _time in range(3)]
    found.notes["asked three times"] = ", ".join(kept)
    found.notes["Cache-Control"] = ask(there.cdn + PAGE).headers["Cache-Control"]
    number, path = first.ground.module("tests.scale.story", "9").split()
    story = there.cdn + path
    found.require(ask(story).status == 200, "a story is shown through it")
    first.ground.module("tests.scale.withdraw", number)
    gone = until(lambda: ask(story).status != 200)
    found.require(gone is not None and gone < 5, "a withdrawn story is gone from it within five seconds")
    first.ground.module("tests.scale.draft", "Told to the CDN.", "publish")
    shown = until(lambda: b"Told to the CDN." in ask(there.cdn + PAGE).body)
    found.require(shown is not None, f"a new version is shown through it within {PATIENCE} seconds")
    for name, seconds in (("story gone after", gone), ("new version shown after", shown)):
        found.notes[name] = "never" if seconds is None else f"{seconds:.1f} s"
    found.asked = len(kept) + 2
    return found
