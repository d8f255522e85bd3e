"""What search engines are told: every public page in each language, and since when it reads as it does."""

from urllib.parse import urlsplit

from cms.models import PageContent
from cms.sitemaps import CMSSitemap
from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max, OuterRef, Subquery

from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent
from testimonials.models import TestimonialContent
from testimonials.structured_data import video_object

PROTOCOL = urlsplit(settings.SITE_URL).scheme
# The lists that pages show beside their own words, by the app that hangs on them.
LISTED = {
    "TechniquesApp": TechniqueContent,
    "ProvidersApp": PractitionerTypeContent,
    "TestimonialsApp": TestimonialContent,
}


def published_on():
    """Return the moment at which the version that is public now became so."""
    return Max("versions__modified")


def with_twins(urls, grouper):
    """Give each address those of the same content in all languages; `grouper` tells which content it is."""
    twins = {}
    for url in urls:
        alternate = {"location": url["location"], "lang_code": url["item"].language}
        twins.setdefault(grouper(url["item"]), []).append(alternate)
    for url in urls:
        url["alternates"] = twins[grouper(url["item"])]
    return urls


class PageSitemap(CMSSitemap):
    """The pages of the CMS."""

    changefreq = priority = None
    protocol = PROTOCOL

    def items(self):
        content = PageContent.objects.filter(page=OuterRef("page"), language=OuterRef("language")).order_by()
        published = content.annotate(moment=published_on()).values("moment")[:1]
        # A list of results is no page to be found by.
        found = super().items().exclude(page__reverse_id="search").order_by("page__path", "language")
        return found.annotate(published_on=Subquery(published))

    def lastmod(self, page_url):
        """Return when the page was published, or the newest entry of the list on it, whichever came later."""
        entry = self.newest_entries.get((page_url.page.application_urls, page_url.language))
        return max(page_url.published_on, entry) if entry else page_url.published_on

    def get_urls(self, page=1, site=None, protocol=None):
        return with_twins(super().get_urls(page, site, protocol), lambda page_url: page_url.page_id)

    @property
    def newest_entries(self):
        if "_newest" not in self.__dict__:
            self._newest = {
                (app, row["language"]): row["newest"]
                for app, model in LISTED.items()
                for row in model.objects.shown().order_by().values("language").annotate(newest=published_on())
            }
        return self._newest


class SubjectSitemap(Sitemap):
    """The contents of one subject that readers may see now."""

    protocol = PROTOCOL

    def __init__(self, model, **kept):
        self.model, self.kept = model, kept

    def items(self):
        grouper = self.model.grouper_field
        shown = self.model.objects.shown().filter(**self.kept).order_by(grouper, "language").select_related(grouper)
        return shown.annotate(published_on=published_on())

    def lastmod(self, content):
        return content.published_on

    def get_urls(self, page=1, site=None, protocol=None):
        urls = super().get_urls(page, site, protocol)
        return with_twins(urls, lambda content: getattr(content, f"{content.grouper_field}_id"))


class StorySitemap(SubjectSitemap):
    """The stories, each with its video as search engines list it (Google's video sitemap 1.1)."""

    def items(self):
        return super().items().for_cards().with_first_moment()

    def get_urls(self, page=1, site=None, protocol=None):
        urls = super().get_urls(page, site, protocol)
        for url in urls:
            url["video"] = video_object(url["item"])
        return urls


SITEMAPS = {
    "pages": PageSitemap,
    # A technique whose page the CMS keeps is told among the pages.
    "techniques": SubjectSitemap(TechniqueContent, technique__home_page=None),
    "practitioners": SubjectSitemap(PractitionerTypeContent),
    "stories": StorySitemap(TestimonialContent),
}
