"""Make the search index anew: `manage.py rebuild_search`."""

from django.core.management.base import BaseCommand

from astr_site.search import indexing


class Command(BaseCommand):
    help = "Makes the search index anew from what is public. Readers keep the old one until it is done."

    def handle(self, *args, verbosity, **options):
        def report(done, total):
            if verbosity:
                self.stdout.write(f"{done} of {total} texts")

        documents = indexing.rebuild(report)
        if verbosity:
            self.stdout.write(f"The index holds {documents} documents.")
