"""Pages, and publishing one, as the site grows: a small site and a large one, side by side."""

import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from astr_site.page_cache.generation import FileGeneration
from tests.commands import manage, run
from tests.servers import serving

from .measure import asked_by_lines, by_turns, side_by_side
from .printing import head, printed

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


def folders(place, say):
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


def times(say):
    """Yield (name, Times at few, Times at many): each page as Django makes it, then publishing."""
    with tempfile.TemporaryDirectory() as place, ExitStack() as stack:
        kept = dict(folders(Path(place), say))
        # Finished pages would tell nothing of how they are made.
        sites = {label: stack.enter_context(serving(folder, PAGE_CACHE="no")) for label, folder in kept.items()}

        def something_was_published(label):
            FileGeneration(kept[label] / "generation").change(())

        say("… asking")
        for name, path in PAGES.items():
            yield name, *side_by_side(path, sites)
            yield f"{name}, cold", *side_by_side(path, sites, ROUNDS_OF_COLD, something_was_published)
        say("… publishing")
        workers = {each: stack.enter_context(asked_by_lines("tests.bench.publish", kept[each])) for each in kept}
        yield "publishing a page", *by_turns(workers, ROUNDS_OF_PUBLISHING)


def measure(options, say):
    """Print and return how the times grow."""
    head()
    return {"growth": [printed(*each) for each in times(say)]}
