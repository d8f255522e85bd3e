"""wrk, the load tool: run for some seconds over kept-alive connections, and what it printed as numbers."""

import re
import resource
import subprocess
from dataclasses import dataclass

from tests.services import program

THREADS, CONNECTIONS = 2, 16
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0, "h": 3_600_000.0}
TOTAL = re.compile(r"(\d+) requests in ([\d.]+)(us|ms|s|m|h),")
P99 = re.compile(r"^\s*99(?:\.0+)?%\s+([\d.]+)(us|ms|s|m|h)\s*$", re.MULTILINE)
ERRORS = re.compile(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)")
REFUSED = re.compile(r"Non-2xx or 3xx responses: (\d+)")


@dataclass(frozen=True)
class Told:
    """`refused` are answers of another status than 2xx or 3xx, `errors` connections that failed."""

    requests: int
    seconds: float
    p99: float
    errors: int
    refused: int

    @property
    def rate(self):
        return self.requests / self.seconds


def parsed(text):
    """Return what wrk said as numbers, seconds for the whole and milliseconds for the slowest hundredth."""
    total, slow, errors, refused = (pattern.search(text) for pattern in (TOTAL, P99, ERRORS, REFUSED))
    if not total or not slow:
        raise ValueError(f"wrk said something else than expected: {text!r}")
    return Told(
        requests=int(total[1]),
        seconds=float(total[2]) * UNITS[total[3]] / 1000,
        p99=float(slow[1]) * UNITS[slow[2]],
        errors=sum(map(int, errors.groups())) if errors else 0,
        refused=int(refused[1]) if refused else 0,
    )


def load(url, seconds, headers):
    """Return what wrk told of an address on this machine, and the processor seconds that wrk itself took."""
    words = [program("wrk"), f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    for name, value in headers.items():
        words += ["-H", f"{name}: {value}"]
    before = spent_by_children()
    done = subprocess.run([*words, url], capture_output=True, text=True, check=True, timeout=seconds + 30)
    return parsed(done.stdout), spent_by_children() - before


def spent_by_children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
