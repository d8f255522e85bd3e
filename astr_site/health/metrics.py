"""Counts and times for Prometheus; several worker processes add to the same counts.

Each worker writes into a file of its own, in memory and not on the disk, because a disk that is full would stop a
worker in the middle of a count (gunicorn.py names the folder and the workers).
"""

import os
import threading
import time

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest, values
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import REGISTRY

from astr_site.backups.making import last_made

from .probes import results

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
# A worker that starts anew goes on with the file of the one whose place it takes, so that there are never many.
WORKER = "ASTR_WORKER"
if FOLDER in os.environ:
    values.ValueClass = values.MultiProcessValue(lambda: os.environ.get(WORKER) or os.getpid())

REQUESTS = Counter("astr_requests", "Requests that were answered", ["method", "view", "status"])
SECONDS = Histogram(
    "astr_request_seconds",
    "How long readers and staff waited",
    ["kind"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
QUERIES = Histogram(
    "astr_request_queries", "What a request asked the database", ["kind"], buckets=(0, 1, 2, 5, 10, 20, 50, 100)
)
KEPT_PAGES = Counter("astr_kept_pages", "How requests were answered by the page cache", ["how"])
PUBLISHED = Counter("astr_published", "What staff published, took down or recorded as withdrawn", ["action"])


class Tally:
    """Adds up what a counter counts, and tells it once a second: that takes as long as half a kept page."""

    SECOND = 1

    def __init__(self, counter):
        self.counter, self.counts, self.next = counter, {}, 0
        self.lock = threading.Lock()

    def __call__(self, label):
        with self.lock:
            self.counts[label] = self.counts.get(label, 0) + 1
            if (now := time.monotonic()) < self.next:
                return
            told, self.counts, self.next = self.counts, {}, now + self.SECOND
        for label, times in told.items():
            self.counter.labels(label).inc(times)


class Now:
    """What is true at the moment it is asked."""

    def collect(self):
        up = GaugeMetricFamily("astr_probe_up", "1 where a part of the site answers", labels=["probe"])
        for name, result in results().items():
            up.add_metric([name], float(result.ok))
        yield up
        if made := last_made():
            yield GaugeMetricFamily("astr_last_backup_timestamp_seconds", "The last backup", value=made.timestamp())


def text():
    registry = CollectorRegistry()
    if FOLDER in os.environ:
        MultiProcessCollector(registry)
        registry.register(Now())
        return generate_latest(registry)
    registry.register(Now())
    return generate_latest(REGISTRY) + generate_latest(registry)


METHODS = {"GET", "HEAD", "POST", "OPTIONS"}


def count(method, view, status, seconds, queries):
    kind = "staff" if view == "admin" else "public"
    REQUESTS.labels(method if method in METHODS else "other", view, status).inc()
    SECONDS.labels(kind).observe(seconds)
    QUERIES.labels(kind).observe(queries)
