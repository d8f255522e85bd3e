"""Pages that nobody has kept: one request here, one there, so that whatever else the machine does meets all."""

from urllib.parse import urlsplit

from ..measure import side_by_side
from . import processor
from .answer import ACCEPTED
from .compared import Compared
from .entrants import CMS_COLD, CMS_NOTHING, WAGTAIL_COLD
from .field import COLD, WARM

SEARCH = "/search/?q=neck+pain"
# Issue 9: at most half the time of the stock page; the others are told beside it.
MOST = {CMS_COLD: 0.5}


def measure(field, rounds):
    """Return {name: {"ms": (min, median, max), "cpu": microseconds}} of cold pages, and of our search."""
    found = {}
    before = {each.name: processor.spent(each.pid) for each in field.cold}
    sites = {each.name: each.url for each in field.cold}
    for times in side_by_side("", sites, rounds, headers=ACCEPTED, decode_content=False):
        found[times.label] = {"ms": times.spread}
    for each in field.cold:
        found[each.name]["cpu"] = (processor.spent(each.pid) - before[each.name]) / (rounds + 2) * 1e6
    root = f"http://{urlsplit(field.racing[0].url).netloc}"
    [search] = side_by_side(SEARCH, {"search": root}, rounds)
    return found | {f"{WARM.partition(',')[0]}, search": {"ms": search.spread}}


def compare(found):
    """Yield (words, ratio of the medians, whether it keeps to what is asked)."""
    for name in (CMS_COLD, CMS_NOTHING, WAGTAIL_COLD):
        ratio = found[COLD]["ms"][1] / found[name]["ms"][1]
        yield f"cold page ÷ {name}, time", ratio, Compared("", COLD, name, most=MOST.get(name)).verdict(ratio)
