"""Counts what the database is asked, and tells of questions that take too long, without their values."""

import logging
import re
import time
from contextvars import ContextVar
from dataclasses import dataclass

from django.conf import settings

logger = logging.getLogger(__name__)
LITERAL = re.compile(r"'(?:[^']|'')*'")


@dataclass
class Spent:
    """What one request cost the database."""

    queries: int = 0
    seconds: float = 0.0


spent = ContextVar("spent", default=None)


def watch(sender, connection, **kwargs):
    if timed not in connection.execute_wrappers:
        connection.execute_wrappers.append(timed)


def timed(execute, sql, params, many, context):
    begun = time.perf_counter()
    try:
        return execute(sql, params, many, context)
    finally:
        seconds = time.perf_counter() - begun
        if (cost := spent.get()) is not None:
            cost.queries += 1
            cost.seconds += seconds
        if seconds * 1000 >= settings.OPERATION.slow_query_ms:
            extra = {"event": "slow_query", "ms": round(seconds * 1000), "sql": LITERAL.sub("'…'", str(sql))[:2000]}
            logger.warning("A query was slow", extra=extra)
