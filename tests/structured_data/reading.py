"""A page as its reader sees it, and each value of its structured data held against that."""

import json
from datetime import date, datetime, time
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, override
from lxml import html

from astr_site.clinic.models import OpeningHours
from astr_site.clinic.templatetags.clinic_tags import day as day_words
from astr_site.clinic.times import clock
from astr_site.templatetags.site_tags import minutes

# Elements within a line, whose words run on.
INLINE = {"a", "b", "em", "i", "strong"}


class Page:
    """What a reader sees of an answer: its words, its addresses, and the data in it."""

    def __init__(self, response):
        tree = html.fromstring(response.content.decode())
        self.language, self.path = tree.get("lang"), response.request["PATH_INFO"]
        self.data = [json.loads(each.text) for each in tree.xpath("//script[@type='application/ld+json']")]
        self.searches = {(form.get("action"), field.get("name")) for form in tree.forms for field in form.inputs}
        named = tree.xpath("//body//@href | //body//@src | //body//@poster | //body//@data-embed")
        self.addresses = {*map(str, named), self.path}
        self.tracks = set(tree.xpath("//track/@srclang"))
        for element in tree.xpath("//script | //style | //head"):
            element.drop_tree()
        for element in tree.iter():
            if element.tag not in INLINE:
                element.text, element.tail = f" {element.text or ''}", f" {element.tail or ''}"
        self.text = squeeze(tree.text_content())

    def says(self, words):
        return squeeze(words) in self.text

    def leads_to(self, address):
        return address in self.addresses or address.removeprefix(settings.SITE_URL) in self.addresses


def squeeze(words):
    return " ".join(words.split())


def whole_day(page, value):
    return page.says(date_format(date.fromisoformat(value[:10]), "DATE_FORMAT"))


def moment(page, value):
    return page.says(date_format(localtime(datetime.fromisoformat(value)), "DATE_FORMAT"))


def hour(page, value):
    closed = gettext("Closed")
    return page.says(clock(time.fromisoformat(value))) or (value == "00:00" and page.says(closed))


def weekday(page, value):
    name = value.rpartition("/")[2].upper()
    return page.says(str(OpeningHours.Day[name].label))


def spoken(page, value):
    names = dict(settings.LANGUAGES)
    return value == page.language or value in page.tracks or page.says(gettext(str(names[value])))


def search(page, value):
    path, _mark, query = value.removeprefix(settings.SITE_URL).partition("?")
    return (path, query.partition("=")[0]) in page.searches and urlsplit(value).netloc


# How each property stands on the page. One that is missing here fails the test.
SHOWN = {
    **dict.fromkeys(
        ("name", "alternateName", "description", "text", "honorificSuffix", "telephone", "address", "transcript"),
        Page.says,
    ),
    **dict.fromkeys(("@id", "url", "contentUrl", "embedUrl", "thumbnailUrl", "sameAs"), Page.leads_to),
    **dict.fromkeys(("opens", "closes"), hour),
    **dict.fromkeys(("validFrom", "validThrough"), lambda page, value: page.says(day_words(date.fromisoformat(value)))),
    "lastReviewed": whole_day,
    "uploadDate": moment,
    "duration": lambda page, value: page.says(minutes(value.removeprefix("PT").removesuffix("S"))),
    "dayOfWeek": weekday,
    "inLanguage": spoken,
    "urlTemplate": search,
}
# What says how to read the other values, and nothing about the page.
NOTHING_TO_SEE = {"@context", "@type", "position", "encodingFormat", "query-input"}


def unseen(page):
    """Return each value of the page's data that its reader does not see."""
    with override(page.language):
        return [found for node in page.data for found in unseen_in(node, page)]


def unseen_in(node, page):
    for name, value in node.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from unseen_in(each, page)
            elif name not in NOTHING_TO_SEE and not SHOWN[name](page, each):
                yield f"{node['@type']}.{name}: {each}"
