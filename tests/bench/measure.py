"""Takes times side by side: one request here, one there, so that whatever else the machine does meets both."""

import statistics
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

import urllib3

ROUNDS = 40


@dataclass
class Times:
    """Milliseconds of the answers to one address."""

    label: str
    taken: list

    @property
    def spread(self):
        """Return the minimum, the median and the maximum."""
        return min(self.taken), statistics.median(self.taken), max(self.taken)


def side_by_side(path, sites, rounds=ROUNDS, **asking):
    """Return the Times of one path at each site, a dict of label and address; the first two rounds fill caches.

    An address may have a path of its own, before the one that is asked for; `asking` is for urllib3.
    """
    pools = {label: urllib3.HTTPConnectionPool(urlsplit(address).netloc) for label, address in sites.items()}
    taken = {label: [] for label in sites}
    for number in range(rounds + 2):
        for label, pool in pools.items():
            begun = time.perf_counter()
            response = pool.request("GET", urlsplit(sites[label]).path + path, redirect=False, **asking)
            spent = (time.perf_counter() - begun) * 1000
            if response.status != 200:
                raise SystemExit(f"{label} answers {path} with {response.status}; nothing was measured.")
            if number >= 2:
                taken[label].append(spent)
    return [Times(label, each) for label, each in taken.items()]
