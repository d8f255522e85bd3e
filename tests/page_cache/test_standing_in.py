"""What is made once, stands in while nothing new can be made, and is forgotten when it must be."""

import threading
import time

import pytest
from django.core.cache import caches

from astr_site.page_cache import changes, moments, shelf
from astr_site.page_cache.reading import STORIES, shows

from .asking import Visitor

pytestmark = pytest.mark.django_db


class Application:
    """Counts how often it is asked, and answers as the test says."""

    def __init__(self):
        self.asked, self.status, self.seconds, self.meanwhile = 0, "200 OK", 0, lambda: None

    def __call__(self, environ, start_response):
        self.asked += 1
        number = self.asked
        time.sleep(self.seconds)
        self.meanwhile()
        start_response(self.status, [("Content-Type", "text/html"), ("X-Request-ID", "one")])
        return [f"page {number} ".encode() * 40]


@pytest.fixture
def application():
    return Application()


@pytest.fixture
def visitor(application):
    return Visitor(application)


def test_of_many_who_come_at_once_one_asks_and_all_get_the_same(application, visitor):
    application.seconds = 0.2
    answers = []
    readers = [threading.Thread(target=lambda: answers.append(visitor.get("/x/").text)) for _reader in range(12)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert application.asked == 1
    assert answers == [answers[0]] * 12


def test_whoever_waits_for_one_page_does_not_wait_for_another(application, visitor):
    application.seconds = 0.3
    begun = time.monotonic()
    readers = [threading.Thread(target=visitor.get, args=(f"/{number}/",)) for number in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert application.asked == 4
    assert time.monotonic() - begun < 4 * application.seconds


def test_what_was_made_from_facts_of_before_a_change_is_shown_to_nobody_after_it(application, visitor):
    application.meanwhile = changes.changed
    visitor.get("/x/")
    application.meanwhile = lambda: None
    assert "page 2" in visitor.get("/x/").text
    assert "page 2" in visitor.get("/x/").text


def test_an_older_page_stands_in_while_none_can_be_made(application, visitor):
    kept = visitor.get("/x/").text
    changes.changed()
    application.status = "500 Internal Server Error"
    answers = [visitor.get("/x/") for _time in range(5)]
    assert [(answer.status, answer.text) for answer in answers] == [(200, kept)] * 5
    assert application.asked == 2, "what fails is not asked for again at once"
    assert answers[0].headers["Cache-Control"] == "public, max-age=0, s-maxage=1"
    assert visitor.get("/never-seen/").status == 500


def test_once_pages_can_be_made_again_they_are_within_a_second(application, visitor):
    visitor.get("/x/")
    changes.changed()
    application.status = "500 Internal Server Error"
    visitor.get("/x/")
    application.status = "200 OK"
    time.sleep(0.6)
    assert "page 3" in visitor.get("/x/").text


def test_a_worker_that_starts_meanwhile_has_the_older_page_too(application, visitor):
    kept = visitor.get("/x/?").text
    changes.changed()
    application.status = "500 Internal Server Error"
    assert Visitor(application).get("/x/").text == kept


def test_what_was_withdrawn_never_stands_in(application, visitor):
    visitor.get("/x/")
    changes.gone()
    application.status = "500 Internal Server Error"
    assert visitor.get("/x/").status == 500
    assert Visitor(application).get("/x/").status == 500


def test_a_story_that_runs_out_meanwhile_is_gone_and_other_pages_stay(application, visitor, monkeypatch):
    monkeypatch.setitem(moments._ends, STORIES, lambda now: now + moments.timedelta(seconds=0.3))
    application.meanwhile = lambda: shows(STORIES)
    visitor.get("/story/")
    application.meanwhile = lambda: None
    visitor.get("/other/")
    application.status = "500 Internal Server Error"
    time.sleep(0.4)
    changes.changed()
    assert visitor.get("/story/").status == 500
    assert visitor.get("/other/").status == 200


def test_without_a_mark_nothing_is_kept_and_nothing_shown_that_was(application, visitor, monkeypatch):
    visitor.get("/x/")
    monkeypatch.setattr(visitor.site.generation, "read", lambda: None)
    assert "page 2" in visitor.get("/x/").text
    assert "page 3" in visitor.get("/x/").text


def test_a_cache_that_loses_everything_loses_only_time(application, visitor):
    visitor.get("/x/")
    caches["pages"].clear()
    assert "page 2" in visitor.get("/x/").text
    assert "page 2" in visitor.get("/x/").text


def test_what_lies_in_memory_is_bounded_and_what_is_asked_for_stays_longest(application, visitor, monkeypatch):
    monkeypatch.setattr(shelf, "BYTES", 6_000)
    for number in range(200):
        visitor.get(f"/{number}/")
        visitor.get("/0/")
    kept = visitor.site.shelf
    assert sum(page.size for page in kept.pages.values()) == kept.bytes <= 6_000
    asked = application.asked
    visitor.get("/0/")
    assert application.asked == asked


NOT_FOR_ALL = [("Set-Cookie", "a=b"), ("Cache-Control", "private"), ("Content-Type", "image/png")]


@pytest.mark.parametrize("header", NOT_FOR_ALL)
def test_what_is_for_one_reader_or_no_page_is_not_kept(header):
    def application(environ, start_response):
        start_response("200 OK", [*({"Content-Type": "text/html"} | dict([header])).items()])
        return [b"x" * 500]

    visitor = Visitor(application)
    for _time in range(3):
        visitor.get("/x/")
    assert visitor.how == ["made", "passed", "passed"]
