from django.core.management import BaseCommand
from django.utils import timezone

from astr_site.schedule.models import ScheduledPublication
from astr_site.schedule.plans import carry_out_due


class Command(BaseCommand):
    help = "Publishes and takes down what is due. The site does the same by itself when a page is asked for."

    def handle(self, **options):
        now = timezone.now()
        taken = carry_out_due(now)
        refused = ScheduledPublication.objects.refused().filter(refused_at=now)
        for plan in refused:
            self.stderr.write(f"refused: {plan}: {plan.refusal}")
        self.stdout.write(f"{taken - len(refused)} carried out, {len(refused)} refused.")
