"""What the publish gate asks of a story, beside what it asks of every page (A1, A2, F1–F3, H1)."""

from astr_site.editorial.gate import Spot, blocks, check

from .models import TestimonialContent
from .readiness import unmet


@check(TestimonialContent)
def ready_to_be_shown(manuscript):
    for condition in unmet(manuscript.content):
        yield blocks(condition.words, Spot(condition.label, condition.url))
