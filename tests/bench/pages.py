"""Pages as the site grows: the same addresses of a site with few stories and of one with many, side by side."""

import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.commands import manage, run
from tests.servers import serving

from .measure import side_by_side
from .printing import head, printed

FEW, MANY = 10, 10_000
PAGES = {
    "gallery": "/testimonials/",
    "gallery, last page": "/testimonials/?page=9999",
    "gallery by body area": "/testimonials/?area=neck",
    "gallery by two filters": "/testimonials/?technique=massage&language=en",
    "one story": "/testimonials/sample-1/",
    "home": "/",
}


def folders(place, say):
    """Yield (label, data folder) of two sites that differ in how many stories they show."""
    first = place / "loaded"
    for words in (["migrate"], ["load_content"], ["collectstatic", "--noinput"]):
        say(f"… {words[0]}")
        outcome = manage(*words, "--verbosity=0", folder=first)
        if outcome.returncode:
            raise SystemExit(outcome.stderr)
    for count in (FEW, MANY):
        say(f"… {count} stories")
        folder = shutil.copytree(first, place / str(count))
        words = [sys.executable, "-m", "tests.bench.grow", str(count)]
        outcome = run(words, folder, DJANGO_SETTINGS_MODULE="astr_site.settings")
        if outcome.returncode:
            raise SystemExit(outcome.stderr)
        yield f"{count} stories", folder


def measure(options, say):
    """Print and return how the time of each page grows."""
    with tempfile.TemporaryDirectory() as place, ExitStack() as servers:
        # Built anew for each request, or what is kept of them would be all that is measured.
        sites = {
            label: servers.enter_context(serving(folder, PAGE_CACHE="no"))
            for label, folder in folders(Path(place), say)
        }
        say("… asking")
        found = {name: side_by_side(path, sites) for name, path in PAGES.items()}
    head()
    return {"growth": [printed(name, *each, MANY // FEW) for name, each in found.items()]}
