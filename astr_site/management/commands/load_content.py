"""Bring content/ into the CMS: what is missing, and what staff have not changed since."""

from collections import Counter

from cms.utils.apphook_reload import reload_urlconf
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.sites.models import Site
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import set_urlconf

from astr_site.clinic.models import Clinic
from astr_site.editorial.gate import Refused, together
from astr_site.editorial.models import Source
from astr_site.editorial.versioning import clear_public_caches
from astr_site.loading import gaps, marks
from astr_site.loading.files import ContentError, read_yaml
from astr_site.loading.loader import LanguageLoader
from astr_site.loading.register import load_register
from astr_site.loading.search_words import load_search_words
from astr_site.search import indexing

AS_WRITTEN = "Written by the authors of this site; staff have not worked on it yet."


class Command(BaseCommand):
    help = "Load the site's content files. Safe to run again: it never overwrites what staff have changed."

    def add_arguments(self, parser):
        parser.add_argument("--folder", default=settings.ROOT / "content", help="Where the content files are.")

    def handle(self, *args, folder, **options):
        self.verbosity, self.done = options["verbosity"], Counter()
        try:
            # Pages link to each other, so that they can only be judged once all are there.
            with transaction.atomic(), together(content_user(), AS_WRITTEN):
                self.load(settings.ROOT / folder)
        except ContentError as error:
            raise CommandError(f"{error} Nothing was changed.") from error
        except ValidationError as error:
            raise CommandError(f"A content file does not fit: {error}. Nothing was changed.") from error
        except Refused as error:
            raise CommandError(f"{error} Nothing was changed.") from error
        gaps.withhold(content_user())
        if self.done[marks.CREATED] or self.done[marks.UPDATED]:
            clear_public_caches()
        # What is published is found at once; a newer engine or newer rules ask for a new index.
        if not indexing.is_right():
            indexing.rebuild()
        counts = ", ".join(f"{self.done[word]} {word}" for word in (marks.CREATED, marks.UPDATED, marks.UNCHANGED))
        self.stdout.write(f"Content: {counts}, {self.done[marks.LEFT]} left alone because staff changed it.")

    def load(self, folder):
        user = content_user()
        Site.objects.filter(pk=settings.SITE_ID).update(domain=settings.SITE_URL.split("://")[-1], name="ASTR")
        Clinic.objects.get_or_create(pk=1, defaults={"name": "ASTR"})
        for source in read_yaml(folder / "sources.yaml", list):
            Source.objects.get_or_create(key=source["key"], defaults=filled(source))
        load_register(folder)
        load_search_words(folder)
        for language, _name in settings.LANGUAGES:
            if (folder / language / "pages").is_dir():
                LanguageLoader(folder, language, user, self.report).load()
                reload_urlconf()
                set_urlconf(None)

    def report(self, decision, kind, key):
        self.done[decision] += 1
        if decision == marks.LEFT or self.verbosity > 1:
            self.stdout.write(f"{decision}: {kind} {key}")


def filled(source):
    """Return a source's fields with empty texts for what the file leaves out."""
    return {name: "" if value is None else value for name, value in source.items() if name != "key"}


def content_user():
    """Return the account in whose name content is loaded; nobody can sign in with it."""
    user, created = get_user_model().objects.get_or_create(username="content", defaults={"is_active": False})
    if created:
        user.set_unusable_password()
        user.save()
    return user
