"""A worker process is killed, three times, under load and while staff write."""

import time

from ..ground import Ground
from ..report import Found
from ..staff import writing


def run(original, place):
    ground = Ground(place).load(original)
    with ground.served() as server, writing(ground) as wrote, server.load() as load:
        for _time in range(3):
            time.sleep(2)
            server.kill_workers(1)
            mended = time.monotonic()
        time.sleep(4)
    found = Found("a worker is killed, three times").of(load, mended)
    found.lost += wrote.lost()
    found.require(found.failed <= 24, "only requests that the dead worker held fail")
    return found
