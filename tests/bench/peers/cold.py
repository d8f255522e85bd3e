"""Pages that are not ready: one request here, one there, so that whatever else the machine does meets all.

Ours is asked as its readers ask: something else was published since the last request, so that no page is current. The
CMS is spared that, and keeps the parts of its page in the memory of its process; that is the least it can take. Beside
them stand pages that are made anew: by us and by the CMS with what both keep of every page, such as menus, and by the
CMS from nothing.
"""

from urllib.parse import urlsplit

from astr_site.page_cache.generation import FileGeneration

from ..measure import asked_by_lines, side_by_side
from . import processor
from .answer import ACCEPTED
from .compared import Compared
from .entrants import CMS_COLD, CMS_MENUS, CMS_NOTHING, WAGTAIL_COLD
from .field import ANEW, COLD, WARM

SEARCH = "/search/?q=neck+pain"
# Issue 9: at most half the time of the stock page; the others are told beside it.
COMPARED = [
    (COLD, CMS_COLD, 0.5),
    (COLD, WAGTAIL_COLD, None),
    (ANEW, CMS_MENUS, None),
    (ANEW, CMS_NOTHING, None),
    (ANEW, CMS_COLD, None),
]


def measure(field, rounds):
    """Return {name: {"ms": (min, median, max), "cpu": microseconds}} of cold pages, and of our search."""
    found, mark = {}, FileGeneration(field.site / "generation")
    before = {each.name: processor.spent(each.pid) for each in field.cold}
    sites = {each.name: each.url for each in field.cold}
    with asked_by_lines("tests.bench.publish", field.site) as publish:

        def something_else_is_published(name):
            if name == COLD:
                then = mark.read()
                publish()
                if mark.read() == then:
                    raise SystemExit("Publishing changes no mark: what is measured would be a ready page.")

        asking = {"before": something_else_is_published, "headers": ACCEPTED, "decode_content": False}
        for times in side_by_side("", sites, rounds, **asking):
            found[times.label] = {"ms": times.spread}
    for each in field.cold:
        found[each.name]["cpu"] = (processor.spent(each.pid) - before[each.name]) / (rounds + 2) * 1e6
    root = f"http://{urlsplit(field.racing[0].url).netloc}"
    [search] = side_by_side(SEARCH, {"search": root}, rounds)
    return found | {f"{WARM.partition(',')[0]}, search": {"ms": search.spread}}


def compare(found):
    """Yield (words, ratio of the medians, whether it keeps to what is asked)."""
    for ours, theirs, most in COMPARED:
        ratio = found[ours]["ms"][1] / found[theirs]["ms"][1]
        yield f"{ours} ÷ {theirs}, time", ratio, Compared("", ours, theirs, most=most).verdict(ratio)
