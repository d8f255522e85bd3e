"""Try every link that readers can follow."""

from django.core.management.base import BaseCommand

from astr_site.links.checking import begin, left, step


class Command(BaseCommand):
    help = "Try every link of the public pages and list the broken ones; the staff home shows them too."

    def handle(self, *args, verbosity, **options):
        run = begin()
        total, finished = run.addresses.count(), False
        while not finished:
            finished = step(run)
            if verbosity > 1:
                self.stdout.write(f"{total - left(run)} of {total}")
        broken = list(run.addresses.broken())
        for checked in broken:
            places = ", ".join(sorted({place.name for place in checked.places.all()}))
            self.stdout.write(f"{checked}: {checked.get_reason_display()} ({places})")
        self.stdout.write(f"Links: {total} addresses, {len(broken)} broken, {run.addresses.unsure().count()} unsure.")
