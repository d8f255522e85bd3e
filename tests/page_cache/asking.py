"""Puts requests to the page cache as a server does, without one."""

import gzip
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote, urlsplit
from wsgiref.util import setup_testing_defaults

import brotli
import zstandard
from a2wsgi.wsgi import build_environ
from django.core.handlers.wsgi import WSGIHandler

from astr_site.page_cache.asgi import ReadyPages
from astr_site.page_cache.wrapper import PageCache

UNPACK = {
    "": bytes,
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "zstd": lambda packed: zstandard.ZstdDecompressor().decompress(packed),
}


def by_wsgi(application, environ):
    heard = []
    parts = application(environ, lambda status, headers, *problem: heard.append((status, headers)))
    body = b"".join(parts)
    getattr(parts, "close", lambda: None)()
    status, headers = heard[-1]
    return Answer(int(status[:3]), dict(headers), body)


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        return UNPACK[self.headers.get("Content-Encoding", "")](self.body).decode()


class Visitor:
    """Asks a site by WSGI, and counts in `how` the ways in which it was answered; headers are written like_this."""

    def __init__(self, application=None):
        self.how = []
        self.site = PageCache(application or WSGIHandler(), count=self.how.append)

    def get(self, address, method="GET", scheme="http", body=b"", **headers):
        parts = urlsplit(address)
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": parts.path,
            "QUERY_STRING": parts.query,
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": scheme,
            "wsgi.input": BytesIO(body),
            "CONTENT_LENGTH": str(len(body)) if body else "",
            "HTTP_HOST": "127.0.0.1",
        }
        environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        setup_testing_defaults(environ)
        return self.ask(environ)

    def ask(self, environ):
        return by_wsgi(self.site, environ)

    def head(self, address, **headers):
        return self.get(address, method="HEAD", **headers)

    @property
    def made(self):
        return self.how.count("made")


class AsgiVisitor(Visitor):
    """Asks the same site by ASGI. What is not ready is asked for in this very thread, where the test's database is."""

    def __init__(self, application=None):
        super().__init__(application)
        self.ready = ReadyPages(self.site, None)

    def ask(self, environ):
        heard = []

        async def otherwise(scope, receive, send):
            whole = build_environ(scope, environ["wsgi.input"])
            heard.append(by_wsgi(self.site, whole | {"wsgi.input": environ["wsgi.input"]}))

        async def send(message):
            if message["type"] == "http.response.start":
                pairs = [(name.decode().title(), value.decode()) for name, value in message["headers"]]
                heard.append(
                    Answer(message["status"], {name.replace("Etag", "ETag"): value for name, value in pairs}, b"")
                )
            else:
                heard[-1].body += message["body"]

        self.ready.otherwise = otherwise
        finish(self.ready(scope_of(environ), None, send))
        return heard[-1]


def finish(coroutine):
    """Run what never really waits; with an event loop around it Django would refuse its database."""
    try:
        coroutine.send(None)
    except StopIteration:
        return
    raise AssertionError("It waits")


def scope_of(environ):
    """Return a request as gunicorn tells it to an ASGI application."""
    names = {name: name.removeprefix("HTTP_") for name in environ if name.startswith(("HTTP_", "CONTENT_"))}
    headers = [
        (written.lower().replace("_", "-").encode(), environ[name].encode("latin-1"))
        for name, written in names.items()
        if environ[name]
    ]
    return {
        "type": "http",
        "http_version": "1.1",
        "method": environ["REQUEST_METHOD"],
        "root_path": "",
        "path": unquote(environ["PATH_INFO"]),
        "query_string": environ["QUERY_STRING"].encode(),
        "scheme": environ["wsgi.url_scheme"],
        "headers": headers,
        "server": ("127.0.0.1", 80),
        "client": (environ["REMOTE_ADDR"], 1000),
    }
