"""What is compared with what, and the figure that issue 9 asks for, judged by the median."""

from dataclasses import dataclass

from .entrants import (
    BARE,
    BARE_304,
    BARE_GRANIAN,
    BARE_OTHER,
    CMS,
    GRANIAN,
    NGINX,
    OTHER,
    WAGTAIL,
)
from .field import NOT_CHANGED, WARM
from .rounds import ratios


@dataclass(frozen=True)
class Compared:
    """One candidate's figure by another's; `least` and `most` are what the median must keep to, if anything."""

    words: str
    name: str
    by: str
    what: str = "rate"
    least: float | None = None
    most: float | None = None

    def verdict(self, middle):
        """Return "", or whether the figure holds."""
        if self.least is None and self.most is None:
            return ""
        holds = (self.least is None or middle >= self.least) and (self.most is None or middle <= self.most)
        wanted = f"at least {self.least}" if self.most is None else f"at most {self.most}"
        return f"{wanted}: {'holds' if holds else 'DOES NOT HOLD'}"


COMPARED = [
    Compared("warm page ÷ bare app, requests/s", WARM, BARE, least=0.85),
    Compared("bare app ÷ warm page, CPU per request", BARE, WARM, "cpu", least=0.85),
    Compared("warm page ÷ bare app, p99", WARM, BARE, "p99", most=1.5),
    Compared("warm page ÷ nginx, requests/s", WARM, NGINX),
    Compared("warm page × django CMS's page cache, requests/s", WARM, CMS, least=5),
    Compared("django CMS's page cache × warm page, CPU per request", CMS, WARM, "cpu"),
    Compared("warm page × Wagtail with wagtail-cache, requests/s", WARM, WAGTAIL, least=2.5),
    Compared("Wagtail with wagtail-cache × warm page, CPU per request", WAGTAIL, WARM, "cpu"),
    Compared("304 ÷ bare app, requests/s", NOT_CHANGED, BARE, least=1),
    Compared("304 ÷ bare app that says 304, requests/s", NOT_CHANGED, BARE_304),
    Compared("in granian: warm page ÷ bare app, requests/s", GRANIAN, BARE_GRANIAN),
    Compared("in granian: bare app ÷ warm page, CPU per request", BARE_GRANIAN, GRANIAN, "cpu"),
    Compared("in granian ÷ in gunicorn: warm page, requests/s", GRANIAN, WARM),
    Compared("other kind of worker ÷ ours: bare app, requests/s", BARE_OTHER, BARE),
    Compared("other kind of worker ÷ ours: bare app, CPU per request", BARE_OTHER, BARE, "cpu"),
    Compared("other kind of worker ÷ ours: this site, requests/s", OTHER, WARM),
    Compared("other kind of worker ÷ ours: this site, CPU per request", OTHER, WARM, "cpu"),
]


def compare(rounds):
    """Yield (Compared, (minimum, median, maximum)) for whatever took part."""
    for each in COMPARED:
        if all(each.name in taken and each.by in taken for taken in rounds):
            yield each, ratios(rounds, each.name, each.by, each.what)
