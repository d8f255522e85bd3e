"""Redis stops and comes back empty, under load; nothing that was published meanwhile may be missing afterwards."""

import json
import time

from tests.servers import ask
from tests.services import redis

from ..ground import Ground
from ..report import Found

PAGE = "/techniques/massage/"


def run(original, place):
    with redis() as server:
        ground = Ground(place, CACHE_URL=server.url).load(original)
        with ground.served() as site, site.load() as load:
            time.sleep(3)
            server.stop()
            time.sleep(1)
            publisher = ground.start(["-m", "tests.chaos.publisher"])
            published = [publisher.stdout.readline() for _line in range(3)]
            publisher.terminate()
            publisher.wait(timeout=20)
            time.sleep(2)
            server.start()
            mended = time.monotonic()
            time.sleep(4)
            told = json.loads(ground.module("tests.chaos.public"))
            page = ask(site.url + PAGE).body.decode()
        found = Found("the cache stops for some seconds").of(load, mended)
        found.require(found.failed == 0, "every page is answered without a cache")
        found.require(all(published), "staff can publish without a cache")
        found.require(told["summary"].rstrip(".") in page, "what was published meanwhile is shown")
        return found
