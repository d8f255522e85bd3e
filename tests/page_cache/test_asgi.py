"""What the event loop answers by itself, and what it leaves to Django (astr_site/page_cache/asgi.py)."""

import pytest

from astr_site.page_cache.asgi import Given, looked_at
from astr_site.page_cache.generation import FileGeneration

from .asking import AsgiVisitor, Visitor, scope_of

REQUEST = {
    "REQUEST_METHOD": "GET",
    "PATH_INFO": "/contact/",
    "QUERY_STRING": "",
    "REMOTE_ADDR": "127.0.0.1",
    "wsgi.url_scheme": "http",
    "HTTP_HOST": "127.0.0.1",
    "HTTP_ACCEPT_ENCODING": "br",
}


def test_both_ways_share_their_pages(site):
    one, other = Visitor(), AsgiVisitor()
    made = one.get("/contact/", accept_encoding="br")
    # The shelf of another process lies in the cache that all share.
    found = other.get("/contact/", accept_encoding="br")
    again = other.get("/contact/", accept_encoding="br")
    assert made.body == found.body == again.body
    assert (one.how, other.how) == (["made"], ["kept", "kept"])


def test_made_up_requests_leave_no_more_than_a_few_answers_in_the_memory(site):
    visitor = AsgiVisitor()
    for number in range(1000):
        assert visitor.get("/contact/", if_none_match=f'"{number}"').status == 200
    assert 0 < len(visitor.ready.given.answers) <= Given.MOST
    assert visitor.how.count("kept") == 999


def test_a_long_answer_is_not_held_a_second_time(site, monkeypatch):
    monkeypatch.setattr(Given, "LARGEST", 10)
    visitor = AsgiVisitor()
    assert len({visitor.get("/contact/").body for _time in range(3)}) == 1
    assert not visitor.ready.given.answers


@pytest.mark.parametrize("header", ["host", "cookie", "accept-encoding", "content-length", "x-forwarded-proto"])
def test_a_request_that_says_one_thing_twice_is_left_to_django(header):
    scope = scope_of(REQUEST)
    scope["headers"] = [*scope["headers"], (header.encode(), b"1"), (header.encode(), b"2")]
    assert looked_at(scope) is None


def test_an_address_in_another_script_is_the_same_place_both_ways():
    scope = scope_of(REQUEST) | {"path": "/técnicas/"}
    assert looked_at(scope)["PATH_INFO"] == "/técnicas/".encode().decode("latin-1")


@pytest.fixture
def generations(tmp_path):
    """The same file, as two processes know it."""
    return FileGeneration(tmp_path / "generation"), FileGeneration(tmp_path / "generation")


def test_a_change_in_one_process_is_known_in_another_with_its_next_question(generations):
    one, other = generations
    before = other.read()
    assert one.read() == before
    one.change(())
    assert other.read().current != before.current
    assert other.read()[1:] == before[1:]
    one.change(("trusted", "stories"))
    assert all(now != then for now, then in zip(other.read(), before, strict=True))


def test_where_the_file_was_deleted_all_find_the_new_one_within_a_second(generations, monkeypatch):
    one, other = generations
    before = one.read()
    one.path.unlink()
    one.path.parent.rmdir()
    monkeypatch.setattr(FileGeneration, "SECONDS", 0)
    for each in generations:
        each.sure_until = 0
    assert one.read() == other.read() != before
    one.change(())
    assert one.read() == other.read()
