"""PostgreSQL stops as in a power cut, and is started again, under load and while staff write."""

import time

from tests.services import postgres

from ..ground import Ground
from ..report import Found
from ..staff import writing

AWAY = 6


def run(original, place):
    with postgres() as server:
        ground = Ground(place, DATABASE_URL=server.database("chaos")).load(original)
        with ground.served() as site, writing(ground) as wrote, site.load() as load:
            time.sleep(4)  # Long enough for whatever keeps pages to have them.
            server.stop()
            stopped = time.monotonic()
            time.sleep(AWAY)
            started = time.monotonic()
            server.start()
            mended = time.monotonic()
            time.sleep(5)
        found = Found("the database stops for six seconds").of(load, mended)
        found.lost += wrote.lost()
        away = load.between(stopped + 0.5, started)
        answered = sum(status == 200 for _begun, _seconds, status in away)
        found.require(answered == len(away), "pages that are kept go on answering while the database is away")
        found.notes["answered while it was away"] = f"{answered} of {len(away)}"
        found.notes["slowest answer then"] = f"{max((each[1] for each in away), default=0):.1f} s"
        return found
