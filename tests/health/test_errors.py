"""Errors reach the service of SENTRY_DSN, and nothing of a person goes with them (issue 10, item 5)."""

import dataclasses
import gzip
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import brotli
import pytest
import sentry_sdk

from astr_site.health import errors
from testimonials.models import PrivateLink
from tests.testimonials.factories import staff, whole_story

# Named here, because a report holds the lines of code round the fault, and these are lines of a test.
TYPED, SESSION, BROWSER, HOST = "my+neck", "a-session-of-somebody", "A browser", "203.0.113.9"


class Service(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        unpack = {"gzip": gzip.decompress, "br": brotli.decompress}.get(self.headers.get("Content-Encoding"), bytes)
        body = unpack(body)
        self.server.heard.append(body.decode())
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *args):
        """Stay quiet between the dots of the tests."""


@pytest.fixture
def heard(settings):
    """What the service hears from here on."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    server.heard = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    dsn = f"http://key@127.0.0.1:{server.server_port}/1"
    settings.OPERATION = dataclasses.replace(settings.OPERATION, sentry_dsn=dsn)
    errors.report()
    yield server.heard
    sentry_sdk.get_client().close(timeout=2)
    sentry_sdk.init()
    server.shutdown()
    server.server_close()


@pytest.mark.usefixtures("site")
def test_an_error_is_reported_without_the_words_or_the_address_of_a_person(client, heard, monkeypatch):
    token = PrivateLink.objects.issue(whole_story().testimonial, staff())[1]

    def fail(story):
        words = "kn" + "ee"
        raise ValueError(f"not for {'anna'}@example.org: {len(words)}")

    monkeypatch.setattr("testimonials.private.appearances", fail)
    client.raise_request_exception = False
    client.cookies["sessionid"] = SESSION
    client.get(f"/my-story/{token}/?q={TYPED}", headers={"User-Agent": BROWSER}, REMOTE_ADDR=HOST)
    sentry_sdk.flush(5)
    (event,) = [json.loads(line) for text in heard for line in text.splitlines() if '"exception"' in line]
    told = json.dumps(event)
    assert event["exception"]["values"][0]["type"] == "ValueError"
    assert event["tags"]["request_id"]
    assert "private_story" in told
    for secret in (token, "anna@", "knee", TYPED, SESSION, BROWSER, HOST):
        assert secret not in told


def test_without_an_address_nothing_is_set_up(settings):
    settings.OPERATION = dataclasses.replace(settings.OPERATION, sentry_dsn="")
    before = sentry_sdk.get_client()
    errors.report()
    assert sentry_sdk.get_client() is before
