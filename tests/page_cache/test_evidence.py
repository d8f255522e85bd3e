"""After a change a page is proved by asking again what it was made from, and made anew where an answer differs."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from cms.models import PageContent
from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import OperationalError, connection
from django.utils import timezone

from astr_site.page_cache import changes
from astr_site.page_cache.evidence import Question, collected
from astr_site.page_cache.moments import LONGEST
from tests.editorial.drafts import draft_page, draft_technique
from tests.site.test_pages import LANGUAGES, public_addresses
from tests.testimonials.factories import staff, whole_story

from .asking import Visitor

LISTS = ["/sitemap.xml", "/sitemap-pages.xml", "/sitemap-techniques.xml", "/feeds/stories.xml", "/feeds/changes.xml"]


def names():
    return list(Group.objects.order_by("name").values_list("name", flat=True))


def first_name():
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM auth_group ORDER BY name")
        return cursor.fetchone()


def of_pages(view):
    """A visitor of a site that shows what a view returns, whatever the address."""

    def application(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/html")])
        return [f"<p>{view()}</p>".encode()]

    return Visitor(application)


@pytest.fixture
def groups(db):
    Group.objects.bulk_create([Group(name="b"), Group(name="c")])


@pytest.fixture
def visitor(visitor):
    """A visitor who is not the very first: with the first answer the CMS writes down that it knows its addresses."""
    visitor.get("/glossary/")
    visitor.how.clear()
    return visitor


def ways(visitor, *happenings):
    """Return how a page was answered at first, and after each of these."""
    visitor.get("/x/")
    for happen in happenings:
        happen()
        changes.changed()
        visitor.get("/x/")
    return visitor.how


def add(name):
    return lambda: Group.objects.create(name=name)


def nothing():
    """Only the mark changes."""


ELSEWHERE = {
    "a technique": lambda: draft_technique("massage").publish(staff()),
    "a page": lambda: draft_page("glossary").publish(staff()),
    "a story": whole_story,
}


@pytest.mark.parametrize("publish", ELSEWHERE)
def test_a_page_that_shows_nothing_of_what_is_published_is_proved_and_stays_the_same(visitor, committed, publish):
    before = visitor.get("/contact/")
    with committed():
        ELSEWHERE[publish]()
    after = visitor.get("/contact/")
    assert (after.body, after.headers) == (before.body, before.headers)
    visitor.get("/contact/")
    assert visitor.how == ["made", "proved", "kept"]


def test_drafts_in_the_making_let_every_page_be_proved(visitor, committed):
    addresses = ("/", "/es/", "/contact/", "/techniques/massage/", "/techniques/")
    for address in addresses:
        visitor.get(address)
    with committed():
        draft_technique("massage")
        draft_page("contact")
    for address in addresses:
        visitor.get(address)
    assert visitor.how == ["made"] * 5 + ["proved"] * 5


def test_what_one_process_has_made_another_proves(visitor):
    visitor.get("/contact/")
    changes.changed()
    other = Visitor()
    assert "<h1" in other.get("/contact/").text
    assert other.how == ["proved"]


def test_one_row_more_one_less_and_another_word_make_a_page_anew(groups):
    happenings = (
        add("d"),
        lambda: Group.objects.get(name="c").delete(),
        lambda: Group.objects.filter(name="b").update(name="e"),
        nothing,
    )
    assert ways(of_pages(names), *happenings) == ["made", "made", "made", "made", "proved"]


def test_of_an_answer_counts_what_the_page_has_read_of_it(groups):
    assert ways(of_pages(first_name), add("d"), add("0")) == ["made", "proved", "made"]


def test_an_answer_without_rows_is_an_answer(db):
    assert ways(of_pages(names), nothing, add("a")) == ["made", "proved", "made"]


def from_djangos_cache():
    return names(), cache.get("something")


def by_writing():
    Group.objects.create(name=f"seen {len(names())}")
    return names()


def by_a_list_of_values():
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s", [memoryview(b"x")])
        return cursor.fetchall()


def nothing_asked():
    return "words"


@pytest.mark.parametrize("view", [from_djangos_cache, by_writing, by_a_list_of_values, nothing_asked])
def test_what_cannot_be_asked_again_is_made_again(groups, view):
    assert ways(of_pages(view), nothing) == ["made", "made"]


def test_an_answer_that_somebody_else_reads_on_proves_nothing(groups):
    begun = []

    def view():
        if not begun:
            begun.append(connection.cursor())
            with collected():
                begun[0].execute("SELECT name FROM auth_group ORDER BY name")
        return begun[0].fetchone()

    assert ways(of_pages(view), nothing) == ["made", "made"]


def test_nothing_is_proved_where_something_may_be_out_of_sight_for_good(visitor):
    visitor.get("/contact/")
    changes.gone()
    visitor.get("/contact/")
    assert visitor.how == ["made", "made"]


def test_a_proof_makes_no_page_last_longer(visitor):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        visitor.get("/contact/")
        clock.shift(LONGEST - timedelta(seconds=1))
        changes.changed()
        visitor.get("/contact/")
        clock.shift(timedelta(seconds=1))
        visitor.get("/contact/")
    assert visitor.how == ["made", "proved", "made"]


def test_while_the_database_is_away_nothing_is_proved_and_the_older_page_stands_in(groups, monkeypatch):
    away = []

    def view():
        if away:
            raise OperationalError("made up")
        return names()

    def application(environ, start_response):
        try:
            body = f"<p>{view()}</p>".encode()
        except OperationalError:
            start_response("500 Internal Server Error", [("Content-Type", "text/html")])
            return [b"Sorry"]
        start_response("200 OK", [("Content-Type", "text/html")])
        return [body]

    def fail(question):
        raise OperationalError("made up")

    visitor = Visitor(application)
    visitor.get("/x/")
    away.append(True)
    monkeypatch.setattr(Question, "has_the_same_answer", fail)
    changes.changed()
    assert "b" in visitor.get("/x/").text
    assert visitor.how == ["made", "stood_in"]


def test_every_page_rests_on_all_that_it_shows_also_where_that_lay_ready(site, client, monkeypatch):
    def asked(address):
        with collected() as evidence:
            answer = client.get(address)
            assert answer.status_code == 200, address
            assert answer.getvalue()
        assert evidence.proof(), address
        return {(question.sql, question.params) for question in evidence.questions}

    # What lies ready for all pages does so here too, though a test is one transaction; a mark makes all of it anew.
    monkeypatch.setattr("astr_site.editorial.kept.connection", SimpleNamespace(in_atomic_block=False))
    monkeypatch.setattr("astr_site.editorial.kept.holds", lambda proof: False)
    # These are known for good, once somebody has asked.
    ContentType.objects.get_for_models(*apps.get_models())
    client.get("/")
    searches = {content.get_absolute_url() for content in PageContent.objects.filter(page__reverse_id="search")}
    addresses, alone = [*{*public_addresses(*LANGUAGES), *LISTS} - searches], {}
    with time_machine.travel(timezone.now(), tick=False):
        for address in addresses:
            changes.changed()
            alone[address] = asked(address)
        for in_order in (addresses, addresses[::-1]):
            changes.changed()
            for address in in_order:
                assert not alone[address] - asked(address), address
