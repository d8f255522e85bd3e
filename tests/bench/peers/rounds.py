"""Rounds in which every candidate has its turn, and the ratios inside each of them."""

import statistics
import time
from dataclasses import dataclass

from . import processor, wrk

# A round is taken again where anything else had more than this share of the machine, but not for ever.
OTHERS = 0.12
PATIENCE = 3


@dataclass(frozen=True)
class Candidate:
    """A running server: the address to ask, what to say, and the process that all of its own are below."""

    name: str
    url: str
    pid: int
    headers: dict


@dataclass(frozen=True)
class Taken:
    """One turn; `cpu` are microseconds of the server's processes for each request, `p99` milliseconds."""

    rate: float
    cpu: float
    p99: float
    requests: int
    errors: int
    refused: int
    others: float


def turn(candidate, seconds):
    begun, before, machine = time.monotonic(), processor.spent(candidate.pid), processor.machine_spent()
    told, wrk_spent = wrk.load(candidate.url, seconds, candidate.headers)
    lasted = time.monotonic() - begun
    cpu = processor.spent(candidate.pid) - before
    others = (processor.machine_spent() - machine - cpu - wrk_spent) / lasted / processor.CORES
    per_request = cpu / max(told.requests, 1) * 1e6
    return Taken(told.rate, per_request, told.p99, told.requests, told.errors, told.refused, max(0.0, others))


def play(candidates, how_many, seconds, say, take=turn):
    """Return (rounds that count, how many were taken again); a round is a dict of name and Taken."""
    kept, again = [], 0
    while len(kept) < how_many:
        # Another one begins each time, so that none always comes after the same neighbour.
        first = len(kept) % len(candidates)
        taken = {each.name: take(each, seconds) for each in candidates[first:] + candidates[:first]}
        others = max(each.others for each in taken.values())
        if others > OTHERS and again < how_many * PATIENCE:
            again += 1
            say(f"… a round again: something else took {others:.0%} of the machine")
            continue
        kept.append(taken)
        say(f"… round {len(kept)} of {how_many}")
    return kept, again


def spread(values):
    """Return minimum, median and maximum."""
    return min(values), statistics.median(values), max(values)


def figures(rounds, name, what):
    return spread([getattr(each[name], what) for each in rounds])


def ratios(rounds, name, by, what="rate"):
    """Return minimum, median and maximum of one candidate's figure by another's, each taken inside one round."""
    return spread([getattr(each[name], what) / getattr(each[by], what) for each in rounds])
