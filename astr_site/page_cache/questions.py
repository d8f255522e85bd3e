"""What a request asks for, as far as a public page may depend on it: nothing else of it reaches whoever makes the page.

So no header, cookie or parameter that a reader made up can color what others are shown.
"""

from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from .pages import CODINGS, PLAIN
from .reading import ASKED_PLAINLY

# What Django is told. The asker's address is among it, because limits on requests are counted by it.
TOLD = {
    "HTTP_HOST",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_REQUEST_ID",
    "PATH_INFO",
    "RAW_URI",
    "REMOTE_ADDR",
    "REMOTE_PORT",
    "SCRIPT_NAME",
    "SERVER_NAME",
    "SERVER_PORT",
    "SERVER_PROTOCOL",
    "SERVER_SOFTWARE",
}


def place(environ):
    """Return scheme, host and path as one word: whatever a page depends on but the query."""
    scheme = environ.get("HTTP_X_FORWARDED_PROTO", "")
    return f"{environ['wsgi.url_scheme']},{scheme} {environ.get('HTTP_HOST', '')} {environ['PATH_INFO']}"


def reduced(query, names):
    """Return of a query what the view reads, in one order."""
    pairs = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] in names]
    return urlencode(sorted(pairs, key=lambda pair: pair[0]))


def asks_for_more(query, names):
    """Say whether a query has what the view does not read."""
    return any(name not in names for name, _value in parse_qsl(query, keep_blank_values=True))


def put_plainly(environ, query):
    """Return the request anew, with what a page may depend on and nothing else."""
    plain = {name: value for name, value in environ.items() if name in TOLD or name.startswith("wsgi.")}
    plain.pop("wsgi.file_wrapper", None)
    return plain | {"REQUEST_METHOD": "GET", "QUERY_STRING": query, ASKED_PLAINLY: True}


@lru_cache(maxsize=512)
def accepted(header):
    """Return the codings that a browser takes, the smallest first (RFC 9110, 12.5.3)."""
    weights = {}
    for part in header.lower().split(","):
        name, _semicolon, rest = part.partition(";")
        weights[name.strip()] = weight(rest)
    others = weights.get("*", 0)
    return (*(coding for coding in CODINGS if weights.get(coding, others) > 0), PLAIN)


def weight(text):
    name, _equals, value = text.strip().partition("=")
    if name.strip() != "q":
        return 1
    try:
        return float(value)
    except ValueError:
        return 0


@lru_cache(maxsize=512)
def named(header):
    """Return the ETags that a browser has; for a GET, weak ones compare like strong ones (RFC 9110, 13.1.2)."""
    return frozenset(tag.strip().removeprefix("W/") for tag in header.split(","))
