"""`make scale-test`: the site on two hosts that share what changes, behind nginx; publishes on one, reads on the other.

Everything runs on 127.0.0.1, in folders of its own, and is ended with it; takes minutes. `python -m tests.scale
publishing` runs only this case. With SEARCH_URL in the surroundings both hosts search in that cluster.
"""

import importlib
import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.services import Missing

from . import cluster

CASES = ("fresh_host", "publishing", "by_form", "withdrawing", "cdn", "host_away")
KEPT = Path("var/scale")
SHARED = ("DATABASE_URL", "CACHE_URL", "STORIES_URL", "MEDIA_STORAGE_URL", "SEARCH_URL")


def say(words):
    print(words, file=sys.stderr, flush=True)


def outcomes(wanted):
    """Start everything, and yield what each case found."""
    with tempfile.TemporaryDirectory(prefix="astr-scale-") as place, cluster.started(Path(place), say) as there:
        for name in SHARED:
            told = there.shared.get(name)
            print(f"{name}: {told.partition('://')[0] if told else 'not set'}")
        if "SEARCH_URL" not in there.shared:
            print("A search cluster was not run, because SEARCH_URL names none: the index is in the database.")
        for name in CASES:
            if name in wanted:
                say(f"… {name}")
                found = importlib.import_module(f"tests.scale.cases.{name}").run(there)
                print(found.line(), flush=True)
                yield found


def main(wanted):
    if unknown := set(wanted) - set(CASES):
        raise SystemExit(f"There is no case {unknown.pop()}; there are: {', '.join(CASES)}.")
    try:
        found = [*outcomes(wanted or CASES)]
    except Missing as program:
        raise SystemExit(str(program)) from None
    now = datetime.now(UTC)
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"scale-{now:%Y%m%d-%H%M%S}.json"
    kept.write_text(json.dumps({"taken": now.isoformat(), "cases": [each.told() for each in found]}, indent=2))
    print(f"Kept in {kept}")
    raise SystemExit(not all(each.well for each in found))


if __name__ == "__main__":
    main(sys.argv[1:])
