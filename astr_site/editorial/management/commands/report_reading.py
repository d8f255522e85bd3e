"""Print how hard each public page is to read (PRODUCT.md, rule 1)."""

from django.core.management.base import BaseCommand

from astr_site.editorial.gate.figures import MEAN_GRADE, MEAN_PERSPICUITY, average, figures
from astr_site.editorial.gate.reading import GRADE_CEILING, PERSPICUITY_FLOOR

HEADS = {
    "en": f"English: US grade of Flesch and Kincaid (mean at most {MEAN_GRADE}, no page above {GRADE_CEILING})",
    "es": f"Spanish: INFLESZ, 100 is easiest (mean at least {MEAN_PERSPICUITY}, no page below {PERSPICUITY_FLOOR})",
}


class Command(BaseCommand):
    help = "Print the reading figure of the main text of each public page."

    def handle(self, **options):
        found = figures()
        for language, head in HEADS.items():
            pages = [each for each in found if each.language == language]
            if not pages:
                continue
            self.stdout.write(head)
            for each in pages:
                mark = "  too hard" if each.too_hard else ""
                self.stdout.write(f"{each.figure:6.1f}  {each.words:5} words  {each.address}{mark}")
            self.stdout.write(f"{average(pages, language):6.1f}  mean of {len(pages)} pages\n\n")
