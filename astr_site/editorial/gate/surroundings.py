"""What checks know besides the version itself, looked up once for all versions that are judged together."""

from cms.models import PageContent, PageUrl
from django.apps import apps
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import override

from ..models import Claim, EfficacyWord
from ..subjects import SubjectContent


class Surroundings:
    def __init__(self):
        self.known = {}

    def is_live(self, path):
        """Say whether a published page or subject, in any language, has this address."""
        if path not in self.known:
            # Only what may have it is asked for, so that publishing costs the same however much is public.
            self.known[path] = path in {*self.addresses_of_pages(path), *self.addresses_of_subjects(path)}
        return self.known[path]

    def addresses_of_pages(self, path):
        steps = path.strip("/").split("/")
        published = PageContent.objects.filter(page=OuterRef("page"), language=OuterRef("language"))
        urls = PageUrl.objects.filter(Exists(published), path__in=["/".join(steps), "/".join(steps[1:])])
        return [self.page_address(url) for url in urls]

    @staticmethod
    def addresses_of_subjects(path):
        slug = path.strip("/").rpartition("/")[2]
        versioning = apps.get_app_config("djangocms_versioning").cms_extension
        for model in (each.content_model for each in versioning.versionables):
            if issubclass(model, SubjectContent):
                contents = model.objects.filter(slug=slug).select_related(model.grouper_field)
                yield from (content.get_absolute_url() for content in contents)

    @staticmethod
    def page_address(url):
        with override(url.language):
            return reverse("pages-details-by-slug", args=[url.path]) if url.path else reverse("pages-root")

    @cached_property
    def efficacy_words(self):
        """Return {language: words in use}."""
        return self.by_language(EfficacyWord.objects.filter(in_use=True))

    @cached_property
    def claims(self):
        """Return {language: claims that are valid today}."""
        return self.by_language(Claim.objects.valid_on(timezone.localdate()))

    @staticmethod
    def by_language(rows):
        found = {}
        for row in rows:
            found.setdefault(row.language, []).append(row)
        return found
