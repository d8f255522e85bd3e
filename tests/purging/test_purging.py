"""A cache in front of the site is told at once what has changed (issue 6, Revocation; setting CDN_PURGE_URL)."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cms.models import PageContent
from django.conf import settings as configured
from djangocms_versioning.models import Version

from astr_site.purging.sending import ask_the_cache, send
from astr_site.purging.signals import purged
from techniques.models import TechniqueContent
from tests.testimonials.factories import staff

ADDRESSES = ["https://clinic.example/testimonials/made-up/", "https://clinic.example/embed/wall/?stories=1"]


@contextmanager
def cache_in_front(status=200):
    """Take PURGE requests as Varnish does; yield its address, and what it was asked."""
    asked, done = [], threading.Event()

    class Cache(BaseHTTPRequestHandler):
        def do_PURGE(self):
            asked.append((self.path, self.headers["Host"], self.headers["Authorization"]))
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()
            if len(asked) == len(ADDRESSES):
                done.set()

        def log_message(self, *words):
            """A test says what went wrong."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Cache) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked, done
        server.shutdown()


def test_the_cache_is_asked_to_forget_each_address_under_the_sites_own_name(settings):
    with cache_in_front() as (address, asked, done):
        settings.CDN_PURGE_URL, settings.CDN_PURGE_TOKEN = address, "a secret"
        send(ADDRESSES)
        assert done.wait(10)
    assert asked == [
        ("/testimonials/made-up/", "clinic.example", "Bearer a secret"),
        ("/embed/wall/?stories=1", "clinic.example", "Bearer a secret"),
    ]


def test_a_cache_that_refuses_or_is_away_is_told_to_the_operator_and_stops_nothing(settings, caplog):
    with cache_in_front(status=403) as (address, asked, _done):
        settings.CDN_PURGE_URL, settings.CDN_PURGE_TOKEN = address, ""
        ask_the_cache(ADDRESSES)
        assert len(asked) == 2
    ask_the_cache(ADDRESSES[:1])
    assert caplog.text.count("did not purge https://clinic.example/") == 3


def test_without_a_cache_nobody_is_asked(settings, monkeypatch):
    monkeypatch.setattr("astr_site.purging.sending.Thread", None)
    settings.CDN_PURGE_URL = ""
    send(ADDRESSES)


def test_what_is_published_or_taken_down_is_asked_for_anew(site, django_capture_on_commit_callbacks):
    told = []

    def hear(addresses, **kwargs):
        told.extend(address.removeprefix(configured.SITE_URL) for address in addresses)

    purged.connect(hear)
    try:
        for content in (
            TechniqueContent.objects.get(technique__key="massage", language="es"),
            PageContent.objects.get(page__reverse_id="contact", language="en"),
        ):
            version = Version.objects.get_for_content(content)
            with django_capture_on_commit_callbacks(execute=True):
                version.copy(staff()).publish(staff())
        with django_capture_on_commit_callbacks(execute=True):
            Version.objects.get_for_content(
                PageContent.objects.get(page__reverse_id="contact", language="en")
            ).unpublish(staff())
    finally:
        purged.disconnect(hear)
    assert told == ["/es/tecnicas/masaje/", "/contact/", "/contact/"]
