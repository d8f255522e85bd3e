"""Puts requests to the page cache as a server does, without one."""

import gzip
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

import brotli
import zstandard
from django.core.handlers.wsgi import WSGIHandler

from astr_site.page_cache.wrapper import PageCache

UNPACK = {
    "": bytes,
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "zstd": lambda packed: zstandard.ZstdDecompressor().decompress(packed),
}


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        return UNPACK[self.headers.get("Content-Encoding", "")](self.body).decode()


class Visitor:
    """Asks a site, and counts in `how` the ways in which it was answered; headers are written like_this."""

    def __init__(self, application=None):
        self.how = []
        self.site = PageCache(application or WSGIHandler(), count=self.how.append)

    def get(self, address, method="GET", scheme="http", body=b"", **headers):
        parts, heard = urlsplit(address), []
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
        parts = self.site(environ, lambda status, headers, *problem: heard.append((status, headers)))
        body = b"".join(parts)
        getattr(parts, "close", lambda: None)()
        status, headers = heard[-1]
        return Answer(int(status[:3]), dict(headers), body)

    def head(self, address, **headers):
        return self.get(address, method="HEAD", **headers)

    @property
    def made(self):
        return self.how.count("made")
