"""`make bench`: how the site's speed holds as it grows. Prints ratios, and keeps them with what they were taken on."""

import json
import os
import platform
import shutil
import sys
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.commands import manage, run
from tests.servers import serving

from . import search
from .measure import asked_by_lines, by_turns, side_by_side

# Stories, pages, and versions of one page.
FEW, MANY = (10, 20, 1), (10_000, 2_000, 200)
PAGES = {
    "gallery": "/testimonials/",
    "gallery, last page": "/testimonials/?page=9999",
    "gallery by body area": "/testimonials/?area=neck",
    "gallery by two filters": "/testimonials/?technique=massage&language=en",
    "one story": "/testimonials/sample-1/",
    "home": "/",
    "technique with many versions": "/techniques/manipulation/",
    "page with many versions": "/how-we-review/",
    "one of many pages": "/grown/page-7/",
    "search": "/search/?q=neck+pain+massage",
    "sitemap of pages": "/sitemap-pages.xml",
    "sitemap of stories": "/sitemap-stories.xml",
    "list of sitemaps": "/sitemap.xml",
    "feed of changes": "/feeds/changes.xml",
}
ROUNDS_OF_COLD, ROUNDS_OF_PUBLISHING = 15, 10
KEPT = Path("var/bench")


def say(words):
    print(words, file=sys.stderr, flush=True)


def folders(place):
    """Yield (label, data folder) of two sites that differ in how much they show."""
    first = place / "loaded"
    for words in (["migrate"], ["load_content"], ["collectstatic", "--noinput"]):
        say(f"… {words[0]}")
        outcome = manage(*words, "--verbosity=0", folder=first)
        if outcome.returncode:
            raise SystemExit(outcome.stderr)
    for counts in (FEW, MANY):
        label = "{} stories, {} pages, {} versions".format(*counts)
        say(f"… {label}")
        folder = shutil.copytree(first, place / str(counts[0]))
        words = [sys.executable, "-m", "tests.bench.grow", *map(str, counts)]
        outcome = run(words, folder, DJANGO_SETTINGS_MODULE="astr_site.settings")
        if outcome.returncode:
            raise SystemExit(outcome.stderr)
        yield label, folder


def measure():
    """Yield (name, Times at few, Times at many): each page as Django makes it, then publishing."""
    with tempfile.TemporaryDirectory() as place, ExitStack() as stack:
        kept = dict(folders(Path(place)))
        # Finished pages would tell nothing of how they are made.
        sites = {label: stack.enter_context(serving(folder, PAGE_CACHE="no")) for label, folder in kept.items()}

        def something_was_published(label):
            os.utime(kept[label] / "generation" / "current")

        say("… asking")
        for name, path in PAGES.items():
            yield name, *side_by_side(path, sites)
            yield f"{name}, cold", *side_by_side(path, sites, ROUNDS_OF_COLD, something_was_published)
        say("… publishing")
        workers = {each: stack.enter_context(asked_by_lines("tests.bench.publish", kept[each])) for each in kept}
        yield "publishing a page", *by_turns(workers, ROUNDS_OF_PUBLISHING)


def printed(name, few, many):
    """Print the times of one page, and return what is kept of them."""
    ratio = many.spread[1] / few.spread[1]
    for times in (few, many):
        least, middle, most = times.spread
        print(f"{name:36}{least:10.1f}{middle:10.1f}{most:10.1f}   {times.label}")
    print(f"{'':36}{'':10}{ratio:10.2f}{'':10}   times as long\n", flush=True)
    return {"page": name, "ratio": ratio, **{times.label: times.spread for times in (few, many)}}


def measure_search():
    """Print and return how search grows, and how often it is right."""
    with tempfile.TemporaryDirectory() as place:
        times, right = search.measure(Path(place), say)
    lines = [printed(*each) for each in times]
    for each in right:
        first, three = each["first"], each["among three"]
        print(f"{each['database']}: of {each['queries']} queries {first:.1%} right first, {three:.1%} in three")
    return {"search": lines, "relevance": right}


def main():
    print(f"{'':36}{'min':>10}{'median':>10}{'max':>10}   milliseconds")
    parts = sys.argv[1:] or ["pages", "search"]
    lines = [printed(*each) for each in measure()] if "pages" in parts else []
    found = measure_search() if "search" in parts else {}
    about = {name: version(name) for name in ("django", "django-cms", "gunicorn")}
    about |= {"python": platform.python_version(), "machine": platform.machine(), "system": platform.system()}
    now = datetime.now(UTC)
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"growth-{now:%Y%m%d-%H%M%S}.json"
    kept.write_text(json.dumps({"taken": now.isoformat(), "on": about, "growth": lines, **found}, indent=2))
    print(f"Kept in {kept}")


if __name__ == "__main__":
    main()
