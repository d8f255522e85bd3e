"""`make bench`: how fast the site is, and how that holds as it grows. Prints ratios, and keeps them with versions.

`python -m tests.bench peers --rounds 2 --seconds 1` measures this part alone, and shorter.
"""

import argparse
import json
import os
import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from . import pages, search
from .peers import run as peers

PARTS = {"pages": pages.measure, "search": search.measured, "peers": peers.measure}
KEPT = Path("var/bench")


def say(words):
    print(words, file=sys.stderr, flush=True)


def asked(words):
    reading = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.split("\n")[0])
    reading.add_argument("parts", nargs="*", help=f"any of {', '.join(PARTS)}; without, all")
    reading.add_argument("--rounds", type=int, default=5, help="of peers: how often each has its turn")
    reading.add_argument("--seconds", type=int, default=5, help="of peers: how long a turn is")
    options = reading.parse_args(words)
    if unknown := set(options.parts) - set(PARTS):
        reading.error(f"there is no part {unknown.pop()}; there are: {', '.join(PARTS)}")
    if min(options.rounds, options.seconds) < 1:
        reading.error("at least one round of one second")
    return options


def machine():
    """Return what the figures were taken on."""
    about = {name: version(name) for name in ("django", "django-cms", "gunicorn")}
    about |= {"python": platform.python_version(), "machine": platform.machine(), "system": platform.system()}
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    return about | {"kernel": platform.release(), "cores": os.cpu_count(), "MB of memory": memory}


def main(words):
    options, found = asked(words), {}
    for name, measure in PARTS.items():
        if name in (options.parts or PARTS):
            found |= measure(options, say)
    now = datetime.now(UTC)
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"bench-{now:%Y%m%d-%H%M%S}.json"
    kept.write_text(json.dumps({"taken": now.isoformat(), "on": machine(), **found}, indent=2))
    print(f"Kept in {kept}")


if __name__ == "__main__":
    main(sys.argv[1:])
