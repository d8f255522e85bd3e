"""One run: everyone is started, checked, warmed up, measured in turn, and ended."""

import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlsplit

from . import cold, compared, entrants, environment, field, processor, report, rounds, weight
from .answer import ACCEPTED, ask

WORKERS = (field.WARM, entrants.CMS, entrants.WAGTAIL)
# Who gives the very bytes of our page; our site elsewhere packs it anew, and is compared plain.
SAME = (entrants.BARE, entrants.NGINX, entrants.BARE_GRANIAN, entrants.BARE_OTHER)
OURS = (entrants.GRANIAN, entrants.OTHER)
PLAIN = {"Accept-Encoding": "identity"}


def checked(there):
    """Fail unless everyone answers as it should; return the bytes of each answer."""
    sizes = {}
    for each in there.racing:
        answer = ask(each.url, **each.headers)
        wanted = "304" if each.name.endswith("304") else "200"
        if answer.status.split()[0] != wanted:
            raise SystemExit(f"{each.name} answers {each.url} with {answer.status}; nothing was measured.")
        same = answer.body == there.answer.body if each.name in SAME else True
        if each.name in OURS:
            same = ask(each.url, **PLAIN).body == ask(there.racing[0].url, **PLAIN).body
        if not same:
            raise SystemExit(f"{each.name} does not give the bytes of our page; nothing was measured.")
        sizes[each.name] = len(answer.body)
    return sizes


def measure(options, say):
    """Print how our site stands beside the limits of its server and beside other CMSs; return what is kept of it."""
    how_many, seconds = options.rounds, options.seconds
    with tempfile.TemporaryDirectory(prefix="astr-bench-") as place, ExitStack() as servers:
        python = environment.prepared(say)
        there = field.Field(Path(place), servers, say)
        entrants.all_of_them(there, python)
        sizes = checked(there)
        say("… warming up")
        for each in there.racing:
            rounds.turn(each, 1)
        played, again = rounds.play(there.racing, how_many, seconds, say)
        memory = {each.name: processor.memory_of_workers(each.pid) for each in there.racing if each.name in WORKERS}
        say("… one request at a time")
        single = cold.measure(there, how_many * 8)
        site = urlsplit(there.racing[0].url)
        visits = weight.first_visits(f"{site.scheme}://{site.netloc}")
        versions = environment.versions(python)
        gunicorn = there.settings
    report.table(played)
    report.comparisons(played)
    report.one_by_one(single, cold.compare(single))
    report.rest(memory, visits)
    found = {
        "seconds": seconds,
        "rounds taken again": again,
        "gunicorn": gunicorn,
        "versions of the neighbours": versions,
        "asked with": ACCEPTED,
        "bytes": sizes,
        "rounds": [{name: asdict(taken) for name, taken in each.items()} for each in played],
        "ratios": [{**asdict(each), "spread": spread} for each, spread in compared.compare(played)],
        "one request at a time": single,
        "megabytes in each worker": memory,
        "first visit": visits,
    }
    return {"peers": found}
