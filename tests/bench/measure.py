"""Takes times side by side: one request here, one there, so that whatever else the machine does meets both."""

import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import urllib3

from astr_site.environment import ROOT
from tests.commands import surroundings

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


def side_by_side(path, sites, rounds=ROUNDS, before=lambda label: None):
    """Return the Times of one path at each site, a dict of label and address; the first two rounds fill caches.

    `before` is called before each request, to empty what is kept.
    """
    pools = {label: urllib3.HTTPConnectionPool(urlsplit(address).netloc) for label, address in sites.items()}
    taken = {label: [] for label in sites}
    for number in range(rounds + 2):
        for label, pool in pools.items():
            before(label)
            begun = time.perf_counter()
            response = pool.request("GET", path, redirect=False)
            spent = (time.perf_counter() - begun) * 1000
            if response.status != 200:
                raise SystemExit(f"{label} answers {path} with {response.status}; nothing was measured.")
            if number >= 2:
                taken[label].append(spent)
    return [Times(label, each) for label, each in taken.items()]


@contextmanager
def asked_by_lines(module, folder, **values):
    """Run a module over a data folder; yield a function that makes it do its work once and returns what it printed."""
    words, pipe = [sys.executable, "-m", module], subprocess.PIPE
    surrounding = surroundings(folder, DJANGO_SETTINGS_MODULE="astr_site.settings", **values)
    with subprocess.Popen(words, cwd=ROOT, env=surrounding, stdin=pipe, stdout=pipe, text=True) as process:

        def once():
            process.stdin.write("\n")
            process.stdin.flush()
            return float(process.stdout.readline())

        yield once
        process.stdin.close()


def by_turns(workers, rounds):
    """Return the Times of functions that tell how long their work took, a dict of label and function."""
    taken = {label: [] for label in workers}
    for number in range(rounds + 2):
        for label, once in workers.items():
            spent = once()
            if number >= 2:
                taken[label].append(spent)
    return [Times(label, each) for label, each in taken.items()]
