"""Why a story cannot be published yet, in plain words, each with the field that mends it.

The judge is a query (`visible`); this says the same in words, and a test holds both together.
"""

from django.utils import timezone

from .consent import consent
from .story import disclosures, media, words

__all__ = ["unmet"]


def unmet(content, at=None):
    """Return what keeps `content` from being shown at the moment `at`: nothing, exactly when it would be shown."""
    at = at or timezone.now()
    story = content.testimonial
    found = [*media(story), *words(content)]
    if story.sample:
        return found
    return [*found, *disclosures(story, at), *consent(story, at)]
