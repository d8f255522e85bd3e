"""The short version of `make fuzz`, and that it would see what it looks for."""

import pytest

from . import sending
from .requests import PLACES, hostile


def test_hostile_requests_find_no_fault(served_site):
    outcome = sending.run(served_site.url, "short", 400, seconds=60)
    assert outcome.faults == []
    assert sum(outcome.statuses.values()) > 100
    assert outcome.statuses["200"] + outcome.statuses["404"] > 50


@pytest.mark.parametrize(
    ("answer", "took", "fault"),
    [
        (b"HTTP/1.1 500 Oh\r\n\r\n", 0.1, "answered 500"),
        (b"", 0.1, "answered nothing"),
        (b"HTTP/1.1 200 OK\r\n\r\n", 2.1, "took 2.1 s"),
        (b"HTTP/1.1 302 Found\r\nX-Injected: 1\r\n\r\n", 0.1, "let a header in"),
        (b'HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n<p>zq7<i x="1">', 0.1, "gave back"),
        (b"HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n<p>zq7&lt;i", 0.1, ""),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nzq7<i", 0.1, ""),
    ],
)
def test_each_kind_of_fault_is_seen(answer, took, fault):
    assert sending.judge(answer, took)[1].startswith(fault)
    assert bool(sending.judge(answer, took)[1]) is bool(fault)


def test_the_same_seed_makes_the_same_requests_and_they_differ():
    first, again = ([hostile("a", number, PLACES, "x").wire for number in range(200)] for _time in range(2))
    assert first == again
    assert len(set(first)) > 190


def test_no_other_machine_is_ever_asked():
    with pytest.raises(AssertionError):
        sending.run("http://192.0.2.1:80", "a", 1, 1)
