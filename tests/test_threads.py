"""The site in threads behind an event loop (astr_site/threads.py), in the server that runs it."""

import socket
import time
from ast import literal_eval
from urllib.parse import urlsplit

import pytest
import urllib3

from astr_site.threads import THREADS
from tests.servers import serving


@pytest.fixture(scope="module")
def notes(tmp_path_factory):
    return tmp_path_factory.mktemp("notes")


@pytest.fixture(scope="module")
def server(notes, tmp_path_factory):
    """One process with the small application of tests/streams.py."""
    with serving(tmp_path_factory.mktemp("site"), "tests.streams", NOTES=str(notes)) as address:
        yield address


@pytest.fixture
def http():
    return urllib3.PoolManager(retries=False, timeout=20)


def raw(server, words):
    """Open a connection and send these bytes."""
    parts = urlsplit(server)
    connection = socket.create_connection((parts.hostname, parts.port), timeout=20)
    connection.sendall(words)
    return connection


def test_readers_who_go_away_in_the_middle_leave_their_threads_to_others(server, notes, http):
    for _reader in range(THREADS * 2):
        with raw(server, b"GET /endless HTTP/1.1\r\nHost: x\r\n\r\n") as connection:
            assert connection.recv(10) == b"HTTP/1.1 2"
    assert http.request("GET", server + "/").status == 200
    end = time.monotonic() + 30
    while len(list(notes.iterdir())) < THREADS * 2 and time.monotonic() < end:
        time.sleep(0.1)
    assert len(list(notes.iterdir())) == THREADS * 2


def test_readers_on_slow_lines_hold_up_nobody(server, http):
    slow = [raw(server, b"GET / HTTP/1.1\r\nHost: x\r\n") for _reader in range(THREADS * 4)]
    assert http.request("GET", server + "/").status == 200
    for connection in slow:
        connection.sendall(b"\r\n")
        assert connection.recv(12) == b"HTTP/1.1 200"
        connection.close()


def test_whoever_asks_for_the_head_gets_no_body_and_the_line_goes_on(server):
    asking = b"HEAD / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    with raw(server, asking) as connection, connection.makefile("rb") as file:
        said = file.read()
    assert said.count(b"HTTP/1.1 200") == 2
    head, rest = said.split(b"\r\n\r\n", 1)
    assert rest.startswith(b"HTTP/1.1 200")
    assert b"content-length" in head.lower()


def test_a_large_body_arrives_whole(server, http):
    sent = bytes(5_000_000)
    told = literal_eval(http.request("POST", server + "/", body=sent).data.decode())
    assert told["read"] == len(sent)


def test_no_query_is_too_odd(server):
    asking = b"GET /?q=\xc3\xa9&x=%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    with raw(server, asking) as connection, connection.makefile("rb") as file:
        assert file.read().startswith((b"HTTP/1.1 200", b"HTTP/1.1 400"))


def test_a_header_in_disguise_is_not_taken_for_that_of_our_proxy(server, http):
    headers = {"X_Forwarded_For": "6.6.6.6", "X-Forwarded-For": "10.0.0.1"}
    told = literal_eval(http.request("GET", server + "/", headers=headers).data.decode())
    assert told["HTTP_X_FORWARDED_FOR"] == "10.0.0.1"
    assert told["REMOTE_ADDR"] == "127.0.0.1"


def test_a_failure_is_told_as_such_and_the_next_reader_is_served(server, http):
    assert http.request("GET", server + "/broken").status == 500
    assert http.request("GET", server + "/").status == 200
