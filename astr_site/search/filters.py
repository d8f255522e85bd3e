"""The kinds of results as links with counts, each with an address of its own."""

from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from .models import Kind

LABELS = {
    Kind.TECHNIQUE: _("Techniques"),
    Kind.PRACTITIONER: _("Who provides it"),
    Kind.PAGE: _("Pages"),
    Kind.QUESTION: _("Questions"),
    Kind.TERM: _("Words explained"),
    Kind.STORY: _("Patient stories"),
}


def filters(found, kind):
    """Return the choices that have a result, and the chosen kind or None; nothing to choose from is no choice."""
    counts = found.counts
    chosen = kind if counts[kind] else None
    kinds = [each for each in LABELS if counts[each]]
    if len(kinds) < 2:
        return [], chosen
    asked = {"q": found.asked} | ({"exactly": "1"} if found.exactly else {})
    every = choice(_("Everything"), len(found.documents), asked, chosen is None)
    return [
        every,
        *(choice(LABELS[each], counts[each], asked | {"kind": each.value}, chosen == each) for each in kinds),
    ], chosen


def choice(label, count, query, current):
    return {"label": label, "count": count, "url": f"?{urlencode(query)}", "current": current}
