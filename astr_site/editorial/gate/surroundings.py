"""What checks know besides the version itself, looked up once for all versions that are judged together."""

from cms.models import PageContent, PageUrl
from django.apps import apps
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import override

from ..models import Claim, EfficacyWord
from ..subjects import SubjectContent


class Surroundings:
    @cached_property
    def live(self):
        """Return the address of every published page and subject, in all languages."""
        found = {self.page_address(url) for url in self.page_urls()}
        versioning = apps.get_app_config("djangocms_versioning").cms_extension
        for model in (each.content_model for each in versioning.versionables):
            if issubclass(model, SubjectContent):
                contents = model.objects.select_related(model.grouper_field)
                found |= {content.get_absolute_url() for content in contents}
        return found

    @staticmethod
    def page_urls():
        published = set(PageContent.objects.values_list("page_id", "language"))
        urls = PageUrl.objects.exclude(path=None)
        return [url for url in urls if (url.page_id, url.language) in published]

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
