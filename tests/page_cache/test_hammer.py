"""Two processes answer many readers while a third publishes: nobody is shown what is over (issue 9, Done when)."""

import re
import shutil
import threading
import time

import urllib3

from tests.chaos.ground import Ground
from tests.servers import serving

SECONDS = 8
ADDRESS = "/techniques/massage/"


def test_after_a_publication_no_process_shows_what_was_before_it_even_under_load(loaded, tmp_path):
    ground = Ground(shutil.copytree(loaded, tmp_path / "site"))
    seen, told, over = [], [], threading.Event()
    with serving(ground.folder) as one, serving(ground.folder) as other:
        readers = [threading.Thread(target=read, args=(site, seen, over)) for site in (one, other) * 2]
        publisher = ground.start(["-m", "tests.chaos.publisher"])
        assert publisher.stdout.readline() == "ready\n"
        listener = threading.Thread(target=listen, args=(publisher.stdout, told))
        for thread in (*readers, listener):
            thread.start()
        time.sleep(SECONDS)
        over.set()
        publisher.terminate()
        publisher.wait(timeout=20)
        for thread in (*readers, listener):
            thread.join()
    stale = [
        (begun, number)
        for begun, number in seen
        if any(moment <= begun and number < published for moment, published in told)
    ]
    assert len(told) > 1
    assert len(seen) > 20 * len(told)
    assert stale == []


def read(site, seen, over):
    http = urllib3.PoolManager(retries=False)
    while not over.is_set():
        begun = time.monotonic()
        text = http.request("GET", site + ADDRESS).data.decode()
        found = re.search(r"Made-up summary (\d+)", text)
        seen.append((begun, int(found[1]) if found else -1))


def listen(lines, told):
    """Note when each number was said to be public."""
    for line in lines:
        told.append((time.monotonic(), int(line)))
