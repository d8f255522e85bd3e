"""A small WSGI application whose answers never end, to see what becomes of the threads that give them."""

import os
import time
from pathlib import Path

from astr_site.threads import InThreads

NOTES = Path(os.environ["NOTES"])


class Endless:
    """Gives pieces until it is closed, and notes that it was."""

    def __iter__(self):
        while True:
            yield bytes(65_536)

    def close(self):
        (NOTES / f"{time.time_ns()}").touch()


def site(environ, start_response):
    if environ["PATH_INFO"] == "/endless":
        start_response("200 OK", [("Content-Type", "text/plain")])
        return Endless()
    if environ["PATH_INFO"] == "/broken":
        raise RuntimeError("made up")
    told = {name: str(environ.get(name)) for name in ("QUERY_STRING", "HTTP_X_FORWARDED_FOR", "REMOTE_ADDR")}
    body = repr(told | {"read": len(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))}).encode()
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    return [body]


application = InThreads(site)
