"""A legal page is public only once the clinic has filled its gaps (issue 7, item 1)."""

import re

from django.conf import settings
from django.utils.translation import gettext as _

from ..findings import advises, blocks
from ..registry import check

# As the content files mark them, in each language.
MARKS = ("[The clinic adds:", "[La clínica agrega:")
GAP = re.compile("|".join(re.escape(mark) for mark in MARKS))


@check()
def gaps(manuscript):
    """Refuse a text that still waits for words of the clinic; on a site that only this machine sees, say so."""
    finding = advises if settings.LOCAL else blocks
    for passage in manuscript.passages:
        if GAP.search(passage.text):
            yield finding(
                _("The clinic still has to add something here. Write it, and take the brackets away."),
                passage.spot,
                passage.text,
            )
