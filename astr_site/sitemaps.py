"""What search engines are told: every public page in each language, and since when it reads as it does."""

from urllib.parse import urlsplit

from cms.sitemaps import CMSSitemap
from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max

from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent
from testimonials.models import TestimonialContent

PROTOCOL = urlsplit(settings.SITE_URL).scheme


class PageSitemap(CMSSitemap):
    changefreq = priority = None
    protocol = PROTOCOL

    def items(self):
        # A list of results is no page to be found by.
        return super().items().exclude(page__reverse_id="search")


class SubjectSitemap(Sitemap):
    """The contents of one subject that readers may see now, each with its twins in other languages."""

    protocol = PROTOCOL

    def __init__(self, model, **kept):
        self.model, self.kept = model, kept

    def items(self):
        shown = self.model.objects.shown().filter(**self.kept).order_by(self.model.grouper_field, "language")
        return shown.annotate(published_on=Max("versions__modified"))

    def lastmod(self, content):
        return content.published_on

    def get_urls(self, page=1, site=None, protocol=None):
        urls = super().get_urls(page, site, protocol)
        twins = {}
        for url in urls:
            content = url["item"]
            alternate = {"location": url["location"], "lang_code": content.language}
            twins.setdefault(getattr(content, f"{content.grouper_field}_id"), []).append(alternate)
        for url in urls:
            url["alternates"] = twins[getattr(url["item"], f"{url['item'].grouper_field}_id")]
        return urls


SITEMAPS = {
    "pages": PageSitemap,
    # A technique whose page the CMS keeps is told among the pages.
    "techniques": SubjectSitemap(TechniqueContent, technique__home_page=None),
    "practitioners": SubjectSitemap(PractitionerTypeContent),
    "stories": SubjectSitemap(TestimonialContent),
}
