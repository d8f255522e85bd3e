"""How hard each public page is to read, for a report and for the test that holds it (issue 7, “Done when”)."""

from dataclasses import dataclass
from statistics import mean

from django.apps import apps
from django.utils.translation import override
from djangocms_versioning.constants import PUBLISHED
from djangocms_versioning.models import Version

from . import reading
from .checks.style import told
from .manuscript import Manuscript
from .surroundings import Surroundings

# On average a US grade of 6; on the INFLESZ scale 65 is where “fairly easy” begins, that of a primary school.
MEAN_GRADE, MEAN_PERSPICUITY = 6, 65


@dataclass(frozen=True)
class Figure:
    """One page: its language and address, how many words were measured, and how hard they are."""

    language: str
    address: str
    words: int
    figure: float

    @property
    def too_hard(self):
        if self.language == "es":
            return self.figure < reading.PERSPICUITY_FLOOR
        return self.figure > reading.GRADE_CEILING


def figures():
    """Return a figure for each published text that has enough words to be measured, by language and address."""
    surroundings = Surroundings()
    models = [each.content_model for each in apps.get_app_config("djangocms_versioning").cms_extension.versionables]
    found = []
    for version in Version.objects.filter(state=PUBLISHED).prefetch_related("content"):
        if type(version.content) in models and hasattr(version.content, "get_absolute_url"):
            found.append(measured(Manuscript(version, surroundings)))
    return sorted((each for each in found if each), key=lambda each: (each.language, each.address))


def measured(manuscript):
    """Return the figure of one text, or None where it has too few words."""
    with override(manuscript.language):
        address = manuscript.content.get_absolute_url()
    sentences = [sentence for _passage, sentence in told(manuscript)]
    count = sum(len(reading.words(sentence)) for sentence in sentences)
    if not address or count < reading.FEWEST_WORDS:
        return None
    measure = reading.perspicuity if manuscript.language == "es" else reading.grade
    return Figure(manuscript.language, address, count, measure(sentences))


def average(found, language):
    """Return the mean figure of one language's pages."""
    return mean(each.figure for each in found if each.language == language)
