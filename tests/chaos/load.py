"""A running load, bounded: a few readers who ask for pages one after the other, and what became of each request."""

import threading
import time
from dataclasses import dataclass, field

import urllib3

PAGES = [
    "/",
    "/techniques/",
    "/techniques/manipulation/",
    "/techniques/compare/",
    "/testimonials/",
    "/contact/",
    "/es/",
]
READERS = 4
# Between two requests of one reader; four readers ask at most eighty times a second.
PAUSE = 0.05
PATIENCE = 10


@dataclass
class Load:
    """Requests as (begun, seconds, status), a status of 0 for none at all."""

    site: str
    pages: list = field(default_factory=lambda: PAGES)
    asked: list = field(default_factory=list)

    def __enter__(self):
        self.over = threading.Event()
        self.readers = [threading.Thread(target=self.read, args=(number,)) for number in range(READERS)]
        for reader in self.readers:
            reader.start()
        return self

    def __exit__(self, *problem):
        self.over.set()
        for reader in self.readers:
            reader.join()

    def read(self, number):
        pool = urllib3.PoolManager(retries=False, timeout=PATIENCE)
        while not self.over.is_set():
            number += 1
            begun = time.monotonic()
            address = self.site + self.pages[number % len(self.pages)]
            try:
                response = pool.request("GET", address, redirect=False)
                status = response.status
                self.look(begun, address, response)
            except urllib3.exceptions.HTTPError:
                status = 0
            self.asked.append((begun, time.monotonic() - begun, status))
            self.over.wait(PAUSE)

    def look(self, begun, address, response):
        """For those who also want to know what was answered."""

    def between(self, start, end):
        return [each for each in self.asked if start <= each[0] <= end]

    def failed(self):
        return [each for each in self.asked if each[2] != 200]

    def recovered_after(self, mended):
        """Return the seconds from that moment to the end of the last request that failed."""
        ends = [begun + seconds for begun, seconds, _status in self.failed()]
        return max(0.0, max(ends, default=mended) - mended)
