"""Nothing that a reader sends can change what others are shown (issue 9, Done when: cache safety)."""

import pytest
from django.conf import settings
from django.core.cache import caches
from django.test import Client

from tests.staff import member

from .asking import Visitor

MARK = "made-up-9f3"
PAGES = [
    "/",
    "/es/",
    "/techniques/",
    "/techniques/massage/",
    "/testimonials/",
    "/contact/",
    "/sitemap.xml",
    "/robots.txt",
]

POISON = [
    {"x_forwarded_host": f"{MARK}.example"},
    {"x_host": f"{MARK}.example"},
    {"forwarded": f"host={MARK}.example"},
    {"x_original_url": f"/{MARK}/"},
    {"x_rewrite_url": f"/{MARK}/"},
    {"x_http_method_override": "POST"},
    {"x_forwarded_prefix": f"/{MARK}"},
    {"x_forwarded_port": "4711"},
    {"referer": f"https://{MARK}.example/"},
    {"user_agent": MARK},
    {"accept": f"text/{MARK}"},
    {"accept_language": "es, en;q=0.1"},
    {"range": "bytes=0-9"},
    {"if_modified_since": "Wed, 25 Nov 2026 00:00:00 GMT"},
    {"x_requested_with": "XMLHttpRequest"},
    {"purpose": "prefetch"},
    {"cookie": f"theme={MARK}"},
    {"x_forwarded_for": f"{MARK}, 10.0.0.1"},
    {"x_request_id": MARK},
]


@pytest.mark.parametrize("poison", POISON, ids=lambda poison: next(iter(poison)))
def test_what_a_reader_sends_changes_nothing_for_whoever_comes_next(visitor, poison):
    clean = Visitor().get("/testimonials/").text
    caches["pages"].clear()
    first = visitor.get("/testimonials/", **poison)
    assert (first.status, first.text) == (200, clean)
    assert MARK not in str(first.headers)
    assert visitor.get("/testimonials/").text == clean
    assert visitor.how == ["made", "kept"]


def test_a_forged_host_is_refused_and_nothing_of_it_is_kept(visitor):
    assert visitor.get("/", host=f"{MARK}.example").status == 400
    assert MARK not in visitor.get("/").text


def test_each_host_and_each_scheme_has_pages_of_its_own(visitor):
    visitor.get("/")
    visitor.get("/", host="localhost")
    visitor.get("/", scheme="https")
    visitor.get("/", x_forwarded_proto="https")
    assert visitor.how == ["made"] * 4


def test_a_site_with_a_secure_address_never_answers_an_insecure_question_with_a_page(visitor, settings):
    settings.SECURE_SSL_REDIRECT, settings.SECURE_PROXY_SSL_HEADER = True, ("HTTP_X_FORWARDED_PROTO", "https")
    secure = Visitor()
    assert secure.get("/contact/", x_forwarded_proto="https").status == 200
    for scheme in ("http", "HTTPS", "https,http2", ""):
        assert secure.get("/contact/", x_forwarded_proto=scheme).status == (200 if scheme.startswith("https,") else 301)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_only_questions_are_answered_from_what_is_kept(visitor, method):
    visitor.get("/contact/")
    visitor.get("/contact/", method=method)
    assert visitor.how == ["made", "passed"]


def test_parameters_that_no_view_reads_neither_make_pages_nor_reach_them(visitor):
    plain = visitor.get("/contact/").text
    for query in (f"utm_source={MARK}", f"edit&{MARK}=1", "preview", "toolbar_off", "page=2", f"q=<{MARK}>", "%00=%ff"):
        assert visitor.get(f"/contact/?{query}").text == plain
    assert visitor.made == 1


def test_a_page_that_was_first_asked_for_with_odd_parameters_is_not_kept_with_them(visitor):
    odd = visitor.get(f"/contact/?utm_source={MARK}")
    assert odd.status == 200
    assert MARK not in visitor.get("/contact/").text
    assert visitor.how == ["made", "made"]


def test_parameters_that_a_view_reads_are_told_apart_in_whatever_order_they_come(visitor):
    visitor.get("/testimonials/")
    one = visitor.get("/testimonials/?area=neck&technique=massage")
    assert visitor.get(f"/testimonials/?technique=massage&{MARK}=1&area=neck").body == one.body
    assert visitor.get("/testimonials/?area=back").body != one.body
    assert visitor.made == 3


def test_nobody_with_a_cookie_of_ours_is_answered_from_what_is_kept_nor_leaves_anything_there(visitor):
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        visitor.get("/contact/", cookie=f"theme=dark; {name}=whatever")
    visitor.get("/contact/", authorization="Basic eDp5")
    assert visitor.how == ["passed"] * 3
    assert visitor.get("/contact/").status == 200
    assert visitor.made == 1


def test_a_member_of_staff_between_two_visitors_sees_and_leaves_something_else(visitor):
    staff = Client()
    staff.force_login(member("Editor"))
    session = f"{settings.SESSION_COOKIE_NAME}={staff.cookies[settings.SESSION_COOKIE_NAME].value}"
    before = visitor.get("/contact/")
    between = visitor.get("/contact/", cookie=session)
    after = visitor.get("/contact/")
    assert "cms-toolbar" in between.text
    assert "cms-toolbar" not in before.text + after.text
    assert before.body == after.body
    assert "no-store" in between.headers["Cache-Control"]
    assert visitor.how == ["made", "passed", "kept"]


def test_a_member_of_staff_who_comes_first_leaves_nothing(visitor):
    staff = Client()
    staff.force_login(member("Editor"))
    session = f"{settings.SESSION_COOKIE_NAME}={staff.cookies[settings.SESSION_COOKIE_NAME].value}"
    assert "cms-toolbar" in visitor.get("/contact/", cookie=session).text
    assert "cms-toolbar" not in visitor.get("/contact/").text


@pytest.mark.parametrize("address", ["/no-such-page/", "/search/?q=neck", "/admin/login/", "/my-story/x/", "/healthz"])
def test_what_is_no_page_for_everybody_is_never_kept(visitor, address):
    for _time in range(3):
        answer = visitor.get(address)
    assert "kept" not in visitor.how
    assert "ETag" not in answer.headers


def test_searching_is_private_to_whoever_searches(visitor):
    for _time in range(2):
        assert "private" in visitor.get("/search/?q=neck").headers["Cache-Control"]


ENCODINGS = {
    "gzip, deflate, br, zstd": "br",
    "gzip, deflate": "gzip",
    "zstd, gzip": "zstd",
    "br;q=0, gzip": "gzip",
    "br;q=0.0, *": "zstd",
    "*;q=0, gzip;q=0.1": "gzip",
    "BR": "br",
    "br;q=x": "",
    "identity;q=0": "",
    "deflate": "",
    "": "",
    ",,;;q,": "",
}


@pytest.mark.parametrize("accepted", ENCODINGS)
def test_everybody_gets_a_coding_that_they_take_and_reads_the_same(visitor, accepted):
    plain = visitor.get("/contact/")
    answer = visitor.get("/contact/", accept_encoding=accepted)
    assert answer.headers.get("Content-Encoding", "") == ENCODINGS[accepted]
    assert answer.text == plain.text
    assert int(answer.headers["Content-Length"]) == len(answer.body)
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert "Cookie" in answer.headers["Vary"]
    assert visitor.how == ["made", "kept"]


def test_asking_for_the_head_gives_the_head_alone(visitor):
    for how in ("made", "kept"):
        head = visitor.head("/contact/", accept_encoding="br")
        assert (visitor.how[-1], head.body) == (how, b"")
    whole = visitor.get("/contact/", accept_encoding="br")
    assert head.headers == whole.headers
    missing = visitor.head("/no-such-page/")
    assert (missing.status, missing.body) == (404, b"")


def test_whoever_has_the_page_already_is_told_so_and_nothing_else(visitor):
    whole = visitor.get("/contact/", accept_encoding="br")
    etag = whole.headers["ETag"]
    assert not etag.startswith("W/")
    for known in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        answer = visitor.get("/contact/", accept_encoding="br", if_none_match=known)
        assert (answer.status, answer.body) == (304, b"")
        assert {
            name: answer.headers[name] for name in ("ETag", "Vary", "Cache-Control")
        }.items() <= whole.headers.items()
    for other in ('"other"', visitor.get("/contact/").headers["ETag"], etag[:-1]):
        assert visitor.get("/contact/", accept_encoding="br", if_none_match=other).status == 200


@pytest.mark.parametrize("address", PAGES)
def test_a_kept_page_says_what_django_says_and_carries_its_defenses(visitor, address):
    made, kept = visitor.get(address), visitor.get(address)
    assert visitor.how == ["made", "kept"]
    assert (made.body, made.headers) == (kept.body, kept.headers)
    asked = Client(HTTP_HOST="127.0.0.1").get(address)
    assert kept.text == asked.content.decode()
    for name in ("Content-Type", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"):
        assert kept.headers[name] == asked.headers[name]
    assert "Set-Cookie" not in kept.headers
    assert "X-Request-ID" not in kept.headers


def test_caches_in_front_of_us_hold_a_story_for_a_minute_at_most_and_other_pages_while_we_are_away(visitor):
    def seconds(address):
        parts = dict(
            part.strip().partition("=")[::2] for part in visitor.get(address).headers["Cache-Control"].split(",")
        )
        return int(parts["s-maxage"]), int(parts["stale-while-revalidate"]), int(parts["stale-if-error"])

    for address in ("/", "/testimonials/", "/testimonials/sample-1/"):
        assert sum(seconds(address)) <= 60
    assert seconds("/glossary/")[2] > 3600
