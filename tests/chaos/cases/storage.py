"""The bucket of stories stops and comes back, under load: pages answer, and films say that they are away."""

import time

from tests.servers import ask
from tests.services import Bucket

from ..ground import Ground
from ..report import Found


def run(original, place):
    bucket = Bucket()
    try:
        ground = Ground(place, STORIES_URL=bucket.url).load(original)
        number = ground.module("tests.testimonials.stage").split()[0]
        captions = f"/stories/{number}/captions/en.vtt"
        with ground.served() as site, site.load() as load:
            before = ask(site.url + captions)
            time.sleep(2)
            bucket.pause()
            begun = time.monotonic()
            away = ask(site.url + captions)
            took = time.monotonic() - begun
            time.sleep(3)
            bucket.resume()
            mended = time.monotonic()
            time.sleep(1)
            after = ask(site.url + captions)
            time.sleep(2)
        found = Found("the bucket of stories stops").of(load, mended)
        found.require(found.failed == 0, "every page is answered without the bucket")
        found.require(away.status == 503, f"captions answer 503 meanwhile, and not {away.status}")
        found.notes["captions then"] = f"{away.status} after {took:.1f} s"
        if (before.status, before.body) != (after.status, after.body) or before.status != 200:
            found.lost.append("captions")
        return found
    finally:
        bucket.stop()
