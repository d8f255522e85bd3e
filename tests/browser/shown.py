"""The site for tests that only look at it: each answer is made once, kept, and served as often as a browser asks."""

import mimetypes
import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from django.contrib.staticfiles import finders

from astr_site.stylesheet import SHEETS, joined
from tests.addresses import LOST, published_addresses

# What a page brings along, and what it offers with other choices made.
PARTS = re.compile(r'(?:src|href|poster)="((?:/media/|/stories/|\?)[^"]*)"|((?:/stories/|/media/sizes/)[^ ",]+) \d+w')
STATIC = "/static/"


def gathered(client):
    """Return the answer at every public address, and at each address that those pages need, by its address."""
    pages = published_addresses() + LOST
    answers = {address: client.get(address) for address in pages}
    for address in pages:
        for part in map("".join, PARTS.findall(answers[address].content.decode())):
            needed = (address + part if part.startswith("?") else part).replace("&amp;", "&")
            if needed not in answers:
                answers[needed] = client.get(needed)
    return {address: answers[address] for address in pages}, {each: whole(answers[each]) for each in answers}


def whole(response):
    """What the browser is to get; a stream can be read only once."""
    body = response.getvalue() if response.streaming else response.content
    return response.status_code, dict(response.items()), body


def static_file(name):
    """Return a file of the site as `manage.py serve` gives it out: kept by the browser, the style sheets as one."""
    found = finders.find(name)
    if not found:
        return 404, {}, b""
    body = joined(lambda sheet: Path(finders.find(sheet)).read_text(), name).encode() if name in SHEETS else None
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return 200, {"Content-Type": kind, "Cache-Control": "max-age=3600"}, body or Path(found).read_bytes()


class Shown(ThreadingHTTPServer):
    """Serves what was gathered, from a thread of its own."""

    daemon_threads = True

    def __init__(self, answers):
        super().__init__(("127.0.0.1", 0), Answer)
        self.answers = answers

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path.startswith(STATIC):
            self.server.answers.setdefault(self.path, None)
            self.server.answers[self.path] = self.server.answers[self.path] or static_file(self.path[len(STATIC) :])
        status, headers, body = self.server.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in (headers | {"Content-Length": len(body)}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        """A test says what went wrong; what went right is not told."""


@contextmanager
def shown(answers):
    with Shown(answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
