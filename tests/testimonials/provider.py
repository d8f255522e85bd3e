"""A video provider on this machine: it answers oEmbed questions and hands out posters, as YouTube does."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from .media import picture

TITLE = "A made-up film from the provider"


class Provider(BaseHTTPRequestHandler):
    poster = picture((1280, 720))

    def do_GET(self):
        parts = urlsplit(self.path)
        self.server.asked.append(self.path)
        if parts.path == "/oembed":
            about = parse_qs(parts.query)["url"][0]
            told = {"title": TITLE, "thumbnail_url": f"{self.server.address}/poster.jpg", "type": "video"}
            if "vimeo" in about:
                told["duration"] = 42
            self.answer(json.dumps(told | self.server.changes).encode(), "application/json")
        elif parts.path == "/poster.jpg":
            self.answer(self.poster, "image/jpeg")
        else:
            self.send_error(404)

    def answer(self, body, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Stay quiet between the dots of the tests."""


@contextmanager
def provider(settings, **changes):
    """Run a provider for both hosts; `changes` replace parts of what it tells."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    server.address = f"http://127.0.0.1:{server.server_port}"
    server.asked, server.changes = [], changes
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = {"endpoint": f"{server.address}/oembed", "pictures": [f"{server.address}/"]}
    settings.OEMBED = {"youtube": host, "vimeo": host}
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
