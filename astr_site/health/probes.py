"""What has to answer before the site is ready: each part is asked, within bounds, at most once in two seconds.

An app adds a part of its own with `@probe("name")` in a module `health_probe`, found by itself; the function returns
nothing where all is well, and raises otherwise.
"""

import shutil
import threading
import time
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import caches
from django.core.files.storage import storages
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.module_loading import autodiscover_modules

SECONDS = 2
ROOM = 50 * 2**20


@dataclass(frozen=True)
class Result:
    ok: bool
    ms: float
    problem: str = ""


PROBES = {}


def probe(name):
    def register(function):
        PROBES[name] = function
        return function

    return register


@probe("database")
def database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


current = threading.Event()


@probe("migrations")
def migrations():
    """The tables are those of this code. Code never changes under a running process: once is enough."""
    if current.is_set():
        return
    executor = MigrationExecutor(connection)
    if plan := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise RuntimeError(f"{len(plan)} migrations are missing")
    current.set()


@probe("cache")
def cache():
    for each in caches.all():
        # A cache that forgives failures says here that it has one.
        getattr(each, "prove", lambda: None)()


@probe("storage")
def storage():
    for alias in ("default", "stories"):
        found = storages[alias]
        if hasattr(found, "bucket"):
            found.connection.meta.client.head_bucket(Bucket=found.bucket_name)


@probe("disk")
def disk():
    if (free := shutil.disk_usage(settings.DATA_DIR).free) < ROOM:
        raise RuntimeError(f"only {free // 2**20} megabytes are free")


kept = (0.0, {})
lock = threading.Lock()


def results():
    """Return {name: Result}, not older than SECONDS."""
    global kept
    with lock:
        if time.monotonic() - kept[0] >= SECONDS or not kept[1]:
            autodiscover_modules("health_probe")
            kept = time.monotonic(), {name: tried(function) for name, function in PROBES.items()}
        return kept[1]


def tried(function):
    begun = time.perf_counter()
    try:
        function()
        problem = ""
    except Exception as found:  # Any part may fail in its own way; that is the question.
        problem = f"{type(found).__name__}: {found}".splitlines()[0]
    return Result(not problem, round((time.perf_counter() - begun) * 1000, 1), problem)
