"""`make scale-test`: the site on two hosts that share what changes, behind nginx; publishes on one, reads on the other.

Everything runs on 127.0.0.1, in folders of its own, and is ended with it; takes minutes. `python -m tests.scale
publishing` runs only this case. With SEARCH_URL in the surroundings both hosts search in that cluster.
"""

import importlib
import json
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from . import cluster

CASES = ("fresh_host", "publishing", "by_form", "withdrawing", "cdn", "host_away")
KEPT = Path("var/scale")
# Redis: what a password would be is left out.
SHARED = ("DATABASE_URL", "CACHE_URL", "STORIES_URL", "MEDIA_STORAGE_URL", "SEARCH_URL")


def say(words):
    print(words, file=sys.stderr, flush=True)


def main(wanted):
    if unknown := set(wanted) - set(CASES):
        raise SystemExit(f"There is no case {unknown.pop()}; there are: {', '.join(CASES)}.")
    found = []
    with tempfile.TemporaryDirectory(prefix="astr-scale-") as place, cluster.started(Path(place), say) as there:
        for name in SHARED:
            told = there.shared.get(name)
            print(f"{name}: {told.partition('://')[0] if told else 'not set'}")
        if not os.environ.get("SEARCH_URL"):
            print("A search cluster was not run: SEARCH_URL names none. The index is in the database.")
        for name in CASES:
            if not wanted or name in wanted:
                say(f"… {name}")
                found.append(importlib.import_module(f"tests.scale.cases.{name}").run(there))
                print(found[-1].line(), flush=True)
    now = datetime.now(UTC)
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"scale-{now:%Y%m%d-%H%M%S}.json"
    kept.write_text(json.dumps({"taken": now.isoformat(), "cases": [each.told() for each in found]}, indent=2))
    print(f"Kept in {kept}")
    raise SystemExit(not all(each.well for each in found))


if __name__ == "__main__":
    main(sys.argv[1:])
