"""Two Atom feeds (RFC 4287) in each language: the stories, and the pages that changed (issue 6, item 8)."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import F
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent
from testimonials.models import TestimonialContent
from testimonials.models.listing import listed

from .clinic.models import Clinic
from .navigation import address
from .shown import told
from .sitemaps import public_pages, published_on

MOST = 30


class SiteFeed(Feed):
    """What both feeds have in common; every address in them is whole."""

    feed_type = Atom1Feed
    name = ""

    def link(self):
        return settings.SITE_URL + reverse("pages-root")

    def feed_url(self):
        return settings.SITE_URL + reverse(self.name)

    # A feed's lasting name; both feeds lead to pages of one site, so that their links would not tell them apart.
    feed_guid = feed_url

    def author_name(self):
        clinic = Clinic.objects.first()
        return clinic.name if clinic and clinic.name else "ASTR"

    def item_updateddate(self, content):
        return content.published_on

    def item_title(self, content):
        return told(content)[0]

    def item_description(self, content):
        # Readers of feeds take it for HTML.
        return escape(told(content)[1])


class StoriesFeed(SiteFeed):
    """The stories that readers may see at this moment; samples are no news."""

    name = "feed-stories"
    title = _("Patient stories")
    subtitle = _(
        "The clinic chose these stories. Each is one person’s experience. They do not show what most people can expect."
    )

    def items(self):
        newest = [pk for pk, _since in listed(get_language()).first_shown[:MOST]]
        shown = TestimonialContent.objects.shown().filter(pk__in=newest)
        found = shown.annotate(published_on=published_on()).with_first_moment()
        return found.order_by("-first_published", "-pk")

    def item_link(self, content):
        return settings.SITE_URL + content.get_absolute_url()

    def item_pubdate(self, content):
        return content.first_published

    def item_updateddate(self, content):
        return max(content.published_on, content.first_published or content.published_on)


class ChangesFeed(SiteFeed):
    """The pages, techniques and professions whose text was published last."""

    name = "feed-changes"
    title = _("Pages that changed")
    subtitle = _("The pages of this website, the last changed first.")

    def items(self):
        language = get_language()
        changed = [*pages(language), *subjects(TechniqueContent, language, technique__home_page=None)]
        changed += subjects(PractitionerTypeContent, language)
        return sorted(changed, key=lambda content: content.published_on, reverse=True)[:MOST]

    def item_link(self, content):
        return settings.SITE_URL + content.address


def pages(language):
    texts = public_pages().filter(language=language).annotate(published_on=published_on(), path=F("page__urls__path"))
    for content in texts.order_by("-published_on")[:MOST]:
        content.address = address(content.path, language)
        yield content


def subjects(model, language, **kept):
    texts = model.objects.in_language(language).filter(**kept).annotate(published_on=published_on())
    for content in texts.select_related(model.grouper_field).order_by("-published_on")[:MOST]:
        content.address = content.get_absolute_url()
        yield content
