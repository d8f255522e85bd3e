"""A statement about health rests on a source (PRODUCT.md, rule 3)."""

from cms.models import PageContent
from django.utils.translation import gettext as _

from ..findings import blocks
from ..registry import check


@check()
def sources(manuscript):
    """A health page names its sources; its record, which is made with them, carries its review state."""
    about_health = getattr(manuscript.content, "rests_on_sources", isinstance(manuscript.content, PageContent))
    if manuscript.record and not manuscript.record.about_health:
        about_health = False
    if about_health and not manuscript.citations:
        yield blocks(
            _(
                "This page names no source, so that it has no review state either. Add its sources, or say there "
                "that it says nothing about health."
            ),
            manuscript.sources,
        )
