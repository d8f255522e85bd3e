"""What search engines are told: every public page in each language, and since when it reads as it does.

A sitemap names so few subjects that it costs no more to make than a page, however many there are of them.
"""

from typing import NamedTuple
from urllib.parse import urlsplit

from cms.models import PageContent
from cms.utils.i18n import get_public_languages
from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import F, Max, Q
from django.utils.functional import cached_property

from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent
from testimonials.models import TestimonialContent
from testimonials.models.listing import listed
from testimonials.structured_data import video_object

from .editorial.kept import kept
from .navigation import address

LANGUAGES = [code for code, _name in settings.LANGUAGES]
# The lists that pages show beside their own words, by the app that hangs on them.
LISTED = {"TechniquesApp": TechniqueContent, "ProvidersApp": PractitionerTypeContent}


def published_on():
    """Return the moment at which the version that is public now became so."""
    return F("versions__modified")


class Text(NamedTuple):
    """A subject in one language: what it belongs to, where it is read, and since when."""

    subject: int
    language: str
    address: str
    since: object
    content: object = None
    video: dict | None = None


class SubjectsSitemap(Sitemap):
    """A sitemap whose `items` are numbers of subjects; the `texts` of one name each other as its other languages."""

    limit = 20
    protocol = urlsplit(settings.SITE_URL).scheme

    def get_urls(self, page=1, site=None, protocol=None):
        root = f"{self.get_protocol(protocol)}://{self.get_domain(site)}"
        subjects, texts = list(self.paginator.page(page).object_list), {}
        for text in self.texts(subjects):
            texts.setdefault(text.subject, []).append(text)
        self.latest_lastmod = max((text.since for each in texts.values() for text in each), default=None)
        return [entry(text, texts[pk], root) for pk in subjects for text in texts.get(pk, ())]


def entry(text, same, root):
    return {
        "location": root + text.address,
        "lastmod": text.since,
        "alternates": [{"location": root + each.address, "lang_code": each.language} for each in same],
        "item": text.content,
        "video": text.video,
    }


def public_pages():
    """Return the public texts of the pages that readers find by themselves; a list of results is none."""
    reachable = Q(redirect="") | Q(redirect=None), Q(page__urls__language=F("language"), page__urls__path__isnull=False)
    texts = PageContent.objects.filter(*reachable, page__site=settings.SITE_ID, page__login_required=False)
    return texts.filter(language__in=get_public_languages(settings.SITE_ID)).exclude(page__reverse_id="search")


@kept
def list_of_pages():
    """Return the numbers of these pages, each once, in the order of the tree."""
    return list(dict.fromkeys(public_pages().order_by("page__path").values_list("page", flat=True)))


class PageSitemap(SubjectsSitemap):
    """The pages of the CMS. Each changes with its words, or with the newest entry of the list on it."""

    def items(self):
        return list_of_pages()

    def texts(self, pages):
        found = public_pages().filter(page__in=pages).order_by("language")
        facts = ("page", "language", "page__urls__path", "page__application_urls", "versions__modified")
        for pk, language, path, app, since in found.values_list(*facts):
            entry = self.newest_entries.get((app, language)) if app else None
            yield Text(pk, language, address(path, language), max(since, entry) if entry else since)

    def get_latest_lastmod(self):
        since = [public_pages().aggregate(last=Max("versions__modified"))["last"], *self.newest_entries.values()]
        return max(filter(None, since), default=None)

    @cached_property
    def newest_entries(self):
        """Return {(app, language): when the newest entry of the list on its page became public}."""
        found = {("TestimonialsApp", language): listed(language).since_when for language in LANGUAGES}
        for app, model in LISTED.items():
            newest = model.objects.shown().order_by().values_list("language").annotate(Max("versions__modified"))
            found |= {(app, language): since for language, since in newest}
        return found


class SubjectSitemap(SubjectsSitemap):
    """The contents of one subject that readers may see now."""

    def __init__(self, model, **kept):
        self.model, self.kept = model, kept

    def shown(self):
        return self.model.objects.shown().filter(**self.kept)

    def items(self):
        grouper = f"{self.model.grouper_field}_id"
        return self.shown().order_by(grouper).values_list(grouper, flat=True).distinct()

    def texts(self, subjects):
        grouper = self.model.grouper_field
        found = self.shown().filter(**{f"{grouper}__in": subjects}).annotate(since=published_on())
        for content in found.select_related(grouper).order_by("language"):
            pk = getattr(content, f"{grouper}_id")
            yield Text(pk, content.language, content.get_absolute_url(), content.since, content)

    def get_latest_lastmod(self):
        return self.shown().aggregate(last=Max("versions__modified"))["last"]


class StorySitemap(SubjectSitemap):
    """The stories, each with its video as search engines list it (Google's video sitemap 1.1)."""

    def items(self):
        return sorted({story for language in LANGUAGES for story in listed(language).places})

    def shown(self):
        return super().shown().for_cards().with_first_moment()

    def texts(self, subjects):
        for text in super().texts(subjects):
            yield text._replace(video=video_object(text.content))

    def get_latest_lastmod(self):
        return max(filter(None, (listed(language).since_when for language in LANGUAGES)), default=None)


SITEMAPS = {
    "pages": PageSitemap,
    # A technique whose page the CMS keeps is told among the pages.
    "techniques": SubjectSitemap(TechniqueContent, technique__home_page=None),
    "practitioners": SubjectSitemap(PractitionerTypeContent),
    "stories": StorySitemap(TestimonialContent),
}
