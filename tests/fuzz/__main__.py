"""`make fuzz`: twenty thousand hostile requests at a site of its own. Ends with 1 where one found a fault."""

import sys
import tempfile
import time
from pathlib import Path

from tests.commands import served

from .sending import run

COUNT, SECONDS = 20_000, 30 * 60


def main(seed="1", count=str(COUNT)):
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), workers=2) as site:
        started = time.monotonic()
        outcome = run(site.url, seed, int(count), SECONDS)
        took = time.monotonic() - started
    sent = sum(outcome.statuses.values())
    print(f"seed {seed}: {sent} requests in {took:.0f} s; slowest answer {outcome.slowest:.2f} s")
    print("answers:", ", ".join(f"{status} × {times}" for status, times in outcome.statuses.most_common()))
    print(f"faults: {len(outcome.faults)}", *outcome.faults[:50], sep="\n")
    return 1 if outcome.faults or sent < int(count) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
