"""Stands around Django's application and answers, for most readers, in its place."""

import logging
import time
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.db import Error, close_old_connections

from . import moments, questions
from .evidence import collected, holds
from .generation import generation, held
from .pages import OF_OTHERS, OF_PERSONS, Answer, Page, finish, may_be_kept
from .reading import READS, STORIES, noted
from .release import release
from .shelf import Bounded, Shelf
from .turns import Turns

logger = logging.getLogger(__name__)

# How long a page that could not be made is not asked for again while an older one stands in.
PAUSE = 0.5
# Longer ones are no addresses of ours.
LONGEST = 2000
STATUS = {200: "200 OK", 304: "304 Not Modified"}


class PageCache:
    """A WSGI application around Django's; `count` is told how each request was answered."""

    def __init__(self, application, count=lambda how: None):
        self.application, self.count = application, count
        self.generation, self.shelf = generation(), Shelf()
        self.turns = Turns(Path(settings.DATA_DIR) / "turns")
        self.release = release()
        self.cookies = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME)
        self.passing = tuple(settings.PAGE_CACHE_PASSES)
        # By place: the names its view reads, the mark under which it is nothing to keep. By key: when to try again.
        self.reads, self.not_kept, self.pauses = Bounded(), Bounded(), Bounded()
        self.outlook = moments.Outlook()

    def __call__(self, environ, start_response):
        if answer := self.ready(environ):
            return put(answer, start_response)
        if not self.may_answer(environ) or (mark := self.generation.read()) is None:
            self.count("passed")
            return self.application(environ, start_response)
        place = self.place(environ)
        if self.not_kept.get(place) == mark.current:
            self.count("passed")
            return self.application(environ, start_response)
        query = self.query(place, environ.get("QUERY_STRING", ""))
        return self.make(environ, start_response, place, query, f"{place}?{query}")

    def ready(self, environ):
        """Return the Answer of a page that lies ready here, or None where it takes longer than microseconds to know."""
        if not self.may_answer(environ) or (mark := self.generation.read()) is None:
            return None
        place, query = self.place(environ), environ.get("QUERY_STRING", "")
        if query:
            if (names := self.reads.get(place)) is None:
                return None
            query = questions.reduced(query, names)
        page, now = self.shelf.at_hand(f"{place}?{query}"), time.time()
        if page is None or not page.is_current(mark, now):
            return None
        page.used = True
        self.count("kept")
        return answer(page, environ, now)

    def place(self, environ):
        return f"{self.release} {questions.place(environ)}"

    def may_answer(self, environ):
        """Say whether this may be a visitor's question for a public page."""
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in environ:
            return False
        if (cookies := environ.get("HTTP_COOKIE")) and any(name in cookies for name in self.cookies):
            return False
        path = environ["PATH_INFO"]
        return not (
            path.startswith(self.passing)
            or environ.get("SCRIPT_NAME")
            or environ.get("CONTENT_LENGTH", "0") not in ("", "0")
            or "HTTP_TRANSFER_ENCODING" in environ
            or len(path) + len(environ.get("QUERY_STRING", "")) > LONGEST
        )

    def query(self, place, query):
        """Return of the query what the view is known to read."""
        if not query:
            return ""
        names = self.reads.get(place)
        if names is None and (names := self.shelf.find_names(place)) is not None:
            self.reads[place] = names
        return query if names is None else questions.reduced(query, names)

    def make(self, environ, start_response, place, query, key):
        """Ask Django for the page, once for all who want it now."""
        with self.turns.turn(key) as waited:
            mark, now = self.generation.read(), time.time()
            page = (self.shelf.at_hand(key) if waited else None) or self.shelf.find(key) or self.shelf.at_hand(key)
            if page and mark and page.is_current(mark, now):
                self.count("kept")
                return put(answer(page, environ, now), start_response)
            stands_in = page if page and mark and page.may_stand_in(mark, now) else None
            if stands_in and now < self.pauses.get(key, 0):
                self.count("stood_in")
                return put(answer(stands_in, environ, now, stands_in=True), start_response)
            if page and mark and (proved := self.proved(page, mark, now)):
                self.shelf.put_at_hand(key, proved)
                self.count("proved")
                return put(answer(proved, environ, now), start_response)
            status, headers, body, made_from = self.ask(environ, place, query, mark)
            if status >= "500" and stands_in:
                self.pauses[key] = time.time() + PAUSE
                self.count("stood_in")
                return put(answer(stands_in, environ, now, stands_in=True), start_response)
            self.count("made")
            fit = mark and may_be_kept(status, headers, body)
            page = self.keep(place, query, mark, now, (headers, body, *made_from)) if fit else None
        if page:
            return put(answer(page, environ, now), start_response)
        if mark and not fit and status < "500":
            self.not_kept[place] = mark.current
        if query != environ.get("QUERY_STRING", ""):  # It is no page, so that all of the query may matter after all.
            return self.application(environ, start_response)
        start_response(status, headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def ask(self, environ, place, query, mark):
        """Return status, headers and body from Django, and the kinds of things and the evidence it was made from."""
        plain, heard = questions.put_plainly(environ, query), []
        with held(mark), noted() as kinds, collected() as evidence:
            parts = self.application(plain, lambda status, headers, *problem: heard.append((status, headers)))
            try:
                body = b"".join(parts)
            finally:
                getattr(parts, "close", lambda: None)()
        status, headers = heard[-1]
        if status.startswith("200"):
            self.learn(place, plain.get(READS, ()))
        return status, headers, body, (frozenset(kinds), evidence)

    def learn(self, place, names):
        if self.reads.get(place) != names:
            self.reads[place] = names
            self.shelf.keep_names(place, names)

    def keep(self, place, query, mark, now, answer):
        """Return the answer as a page that lies on the shelf from now on, or None where it must not."""
        headers, body, kinds, evidence = answer
        names = self.reads.get(place, ())
        if questions.asks_for_more(query, names):  # Nobody knew yet what its view reads.
            return None
        try:
            page = Page(mark, now, **self.terms(kinds, mark, now), kinds=kinds, proof=evidence.proof())
        except Error:  # The database went away this very moment.
            return None
        self.shelf.keep(f"{place}?{questions.reduced(query, names)}", finish(page, headers, body))
        return page

    def terms(self, kinds, mark, now):
        """Return how long a page may be shown that shows these kinds of things."""
        lasting = self.outlook.at(mark, now)
        ends = [lasting.ends.get(kind) for kind in (*kinds, "pages")]
        return {
            "until": min(now + moments.LONGEST.total_seconds(), *seconds(lasting.change)),
            "never_after": min((end.timestamp() for end in ends if end), default=None),
            "caching": OF_PERSONS if STORIES in kinds or any(ends) else OF_OTHERS,
        }

    def proved(self, page, mark, now):
        """Return a page of before a change as a current one, or None where it has to be made anew.

        It is not shown for longer than if nothing had changed, so that what a proof might miss is bounded as well.
        """
        if not page.may_be_proved(mark, now):
            return None
        close_old_connections()
        try:
            if not holds(page.proof):
                return None
            terms = self.terms(page.kinds, mark, now)
        except Error:
            return None
        finally:
            close_old_connections()
        if terms["caching"] != page.caching:
            return None
        return replace(page, mark=mark, **terms | {"until": min(page.until, terms["until"])})


def seconds(moment):
    return [moment.timestamp()] if moment else []


def answer(page, environ, now, stands_in=False):
    finished, lasting = page.fitting(questions.accepted(environ.get("HTTP_ACCEPT_ENCODING", ""))), page.steady_until
    if (left := page.keeps_in_front(now, stands_in)) is not None:
        finished, lasting = finished.briefly(left), now
    has = environ.get("HTTP_IF_NONE_MATCH")
    if has and (has == "*" or finished.etag in questions.named(has)):
        return Answer(304, finished.unchanged, b"", lasting)
    return Answer(200, finished.headers, b"" if environ["REQUEST_METHOD"] == "HEAD" else finished.body, lasting)


def put(answer, start_response):
    start_response(STATUS[answer.status], answer.headers)
    return [answer.body] if answer.body else []
