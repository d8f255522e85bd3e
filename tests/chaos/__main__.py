"""`make chaos`: breaks what the site stands on, under load, and says what it cost. Takes minutes; stops by itself.

`python -m tests.chaos worker disk` runs only these cases. All of it stays on 127.0.0.1 and in folders of its own.
"""

import importlib
import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from .ground import Ground

CASES = ("worker", "database", "disk", "cache", "storage", "publishing", "uploading", "backing_up", "upgrading")
KEPT = Path("var/chaos")


def main(wanted):
    if unknown := set(wanted) - set(CASES):
        raise SystemExit(f"There is no case {unknown.pop()}; there are: {', '.join(CASES)}.")
    found = []
    with tempfile.TemporaryDirectory(prefix="astr-chaos-") as place:
        print("… a site to break", file=sys.stderr, flush=True)
        original = Ground(Path(place) / "original").prepare()
        for name in wanted or CASES:
            print(f"… {name}", file=sys.stderr, flush=True)
            found.append(importlib.import_module(f"tests.chaos.cases.{name}").run(original, Path(place) / name))
            print(found[-1].line(), flush=True)
    now = datetime.now(UTC)
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"chaos-{now:%Y%m%d-%H%M%S}.json"
    kept.write_text(json.dumps({"taken": now.isoformat(), "cases": [each.told() for each in found]}, indent=2))
    print(f"Kept in {kept}")
    raise SystemExit(not all(each.well for each in found))


if __name__ == "__main__":
    main(sys.argv[1:])
