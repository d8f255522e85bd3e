"""The publish gate: what stands in the way of publishing, and what could read better (issue 4, item 2).

A check is a function over a `Manuscript`, one version as it would be published, that yields findings:

    from astr_site.editorial.gate import blocks, check

    @check(TestimonialContent)          # without a model: every kind of content
    def captions(manuscript):
        if not manuscript.content.testimonial.captions.exists():
            yield blocks(_("The video has no captions. Add them, then publish again."), manuscript.form("captions"))

`blocks` findings refuse the publication wherever it is asked for; `advises` findings ask for a reason, which is
kept. A subject keeps its checks in `<app>/gate.py`, which its AppConfig imports in `ready()`, so that the gate
never knows a subject. `findings(version)` gives the list, `together()` publishes several versions that link to
each other, all or none.
"""

from .findings import Finding, Refused, Spot, Tier, advises, blocks
from .publishing import findings, together
from .registry import check

__all__ = ["Finding", "Refused", "Spot", "Tier", "advises", "blocks", "check", "findings", "together"]
