"""The whole site as a patient meets it."""

import re
from urllib.parse import urlsplit

import pytest
from cms.models import PageContent
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent
from testimonials.models import TestimonialContent

pytestmark = pytest.mark.usefixtures("site")

SECTIONS = ["/", "/techniques/", "/techniques/compare/", "/astr/", "/providers/", "/testimonials/", "/your-visit/"]
# Lists, results and what machines read; “manipluation” is mended, and “chest pain” raises a red flag.
OTHER_ADDRESSES = [
    "/testimonials/?technique=massage&area=neck&language=en&page=2",
    "/search/?q=neck+pain+massage",
    "/search/?q=manipluation+neck",
    "/search/?q=%22trigger+points%22",
    "/search/?q=chest+pain",
    "/es/buscar/?q=dolor+de+cuello",
    "/sitemap.xml",
    "/sitemap-pages.xml",
    "/sitemap-techniques.xml",
    "/sitemap-practitioners.xml",
    "/sitemap-stories.xml",
    "/feeds/stories.xml",
    "/feeds/changes.xml",
    "/es/feeds/changes.xml",
    "/no-such-page/",
]
LANGUAGES = [language for language, _name in settings.LANGUAGES]


def public_addresses(*languages):
    """Return every address that the site has in these languages, from its own records."""
    kinds = (PageContent, TechniqueContent, PractitionerTypeContent, TestimonialContent)
    contents = [content for kind in kinds for content in kind.objects.filter(language__in=languages)]
    return sorted({content.get_absolute_url() for content in contents})


def text(response):
    return response.content.decode()


def test_every_page_of_the_site_map_answers_with_one_heading_and_a_title(client):
    addresses = public_addresses(*LANGUAGES)
    assert {*SECTIONS, "/es/", "/techniques/massage/", "/providers/chiropractors/"} <= {*addresses}
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        assert len(re.findall(r"<h1[\s>]", text(response))) == 1, address
        assert re.search(r"<title>\s*\S", text(response)), address
        assert 'href=""' not in text(response), address


def test_no_link_inside_the_site_is_broken(client):
    addresses, seen = set(public_addresses(*LANGUAGES)), set()
    while addresses:
        address = addresses.pop()
        seen.add(address)
        response = client.get(address, follow=True)
        assert response.status_code == 200, address
        if "text/html" not in response["Content-Type"]:
            continue
        for link in re.findall(r'href="([^"#]+)', text(response)):
            path = urlsplit(link).path
            if link.startswith("/") and not link.startswith(("//", "/static/", "/media/")) and path not in seen:
                addresses.add(path)


def test_nothing_public_asks_the_database_more_than_15_times(client):
    asked = {}
    for address in [*public_addresses(*LANGUAGES), *OTHER_ADDRESSES]:
        # What a process learns once, such as the kinds of content and the words of the site, is no page's cost.
        client.get(address)
        for each in caches.all():
            each.clear()
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        asked[address] = len(queries)
    assert {address: count for address, count in asked.items() if count > 15} == {}


@pytest.mark.parametrize(
    "address",
    [
        "/techniques/no-such-technique/",
        "/providers/no-such-profession/",
        "/testimonials/no-such-story/",
        "/no/such/page/",
        "/de/techniques/",
        "/stories/999999/video",
        "/stories/999999/captions/en.vtt",
    ],
)
def test_an_unknown_address_is_a_plain_404(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "query", ["?page=0", "?page=999", "?page=x", "?page=%00", "?area=%00", "?technique=nope", "?a[]=1&page=-1", "?%ff"]
)
def test_a_wrong_query_string_never_breaks_a_page(client, query):
    for address in SECTIONS:
        assert client.get(address + query).status_code == 200


def test_an_anonymous_visitor_gets_no_cookie(client):
    for address in public_addresses(*LANGUAGES):
        assert not client.get(address).cookies, address


def test_a_page_without_a_review_says_that_it_awaits_one(client):
    assert "Awaiting clinical review" in text(client.get("/techniques/manipulation/"))


def test_a_technique_page_keeps_the_order_of_its_twelve_parts(client):
    page = text(client.get("/techniques/manipulation/"))
    parts = [
        "what",
        "why",
        "suits",
        "happens",
        "risks",
        "recovery",
        "help",
        "options",
        "evidence",
        "questions",
        "sources",
    ]
    places = [page.index(f'<h2 id="{part}"') for part in parts]
    assert places == sorted(places)


def test_a_technique_page_shows_every_source_that_it_rests_on(client):
    page = text(client.get("/techniques/manipulation/"))
    assert page.count("https://") > 3
    assert "nccih" in page.lower() or "NCCIH" in page


@pytest.mark.parametrize(
    ("address", "search"), [("/", "/search/"), ("/es/", "/es/buscar/"), ("/es/nada/", "/es/buscar/")]
)
def test_the_search_field_leads_to_the_results_in_the_readers_language(client, address, search):
    assert f'<form class="search" action="{search}"' in text(client.get(address))
