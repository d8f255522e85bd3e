"""Makes requests by a seed: the same seed makes the same ones, so that a fault can be sent again."""

from dataclasses import dataclass
from random import Random
from urllib.parse import quote

from .words import BODIES, HEADERS, HOSTS, METHODS, NAMES, TEXTS, VALUES

# Addresses that answer others than pages do, beside all that the sitemap names.
PLACES = (
    *("/", "/es/", "/search/", "/es/search/", "/testimonials/", "/nowhere/", "/robots.txt", "/sitemap.xml", "/healthz"),
    *("/sitemap-pages.xml", "/favicon.ico", "/readyz", "/metrics", "/csp-reports/", "/styleguide/", "/media/a.jpg"),
    *("/static/css/site.css", "/cards/page/1/en.png", "/stories/1/video", "/stories/1/poster"),
    *("/stories/1/poster/800.avif", "/media/sizes/1/0000000000000000/whole/800.avif"),
    *("/stories/1/captions/en.vtt", "/my-story/abc/", "/cms_login/", "/feeds/stories.xml", "/es/feeds/changes.xml"),
    *(
        "/admin/",
        "/admin/login/",
        "/admin/login/code/",
        "/admin/login/set-up/",
        "/admin/password/MQ/x/",
        "/admin/jsi18n/",
    ),
    *("/admin/cms/usersettings/session_store/", "/admin/cms/placeholder/object/1/edit/1/", "/admin/guide/editor/"),
    *("/admin/language/", "/admin/handouts/", "/admin/filer/clipboard/operations/upload/no_folder/", "/oembed/"),
    *("/testimonials/sample-1/", "/testimonials/sample-1/embed/", "/techniques/massage/", "/techniques/compare/"),
)


@dataclass(frozen=True)
class Hostile:
    """One request as it goes over the wire, and what it is aimed at; `whole` where it brings what it announces."""

    target: str
    wire: bytes
    method: str
    whole: bool


def hostile(seed, number, places, host):
    """Return the request of this number."""
    dice = Random(f"{seed} {number}")  # noqa: S311 - chance by a seed is the point
    method, target = dice.choice(METHODS), path(dice, places) + query(dice)
    lines = {"Host": dice.choice(HOSTS) if dice.random() < 0.08 else host, "Connection": "close"}
    for _number in range(dice.choice((0, 0, 1, 2, 5))):
        lines[dice.choice(HEADERS)] = dice.choice((*VALUES, *TEXTS))
    body = dice.choice(BODIES) if method not in {"GET", "HEAD"} or dice.random() < 0.05 else b""
    if body or dice.random() < 0.2:
        lines["Content-Length"] = dice.choice((str(len(body)),) * 8 + ("-1", "abc", "0", str(len(body) + 5)))
    if method == "POST" and dice.random() < 0.5:
        kinds = ("application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x")
        lines["Content-Type"] = dice.choice(kinds)
    # A stranger can write any bytes but a line's end into a header; a line's end begins the next one.
    head = "".join(f"{name}: {plain(value)}\r\n" for name, value in lines.items())
    version = dice.choice(("HTTP/1.1",) * 20 + ("HTTP/1.0", "HTTP/2.0", "HTTP/9"))
    wire = f"{method} {target} {version}\r\n{head}\r\n".encode("utf-8", "surrogateescape") + body
    announced = lines.get("Content-Length", "0")
    whole = "Transfer-Encoding" not in lines and not (announced.isdigit() and int(announced) > len(body))
    return Hostile(target, wire, method, whole)


def path(dice, places):
    """Return an address that exists, or one with a part of it replaced, doubled or cut."""
    place = dice.choice(places)
    if dice.random() < 0.5:
        return place
    parts = place.split("/")
    at, text = dice.randrange(len(parts)), written(dice, dice.choice(TEXTS))
    how = dice.randrange(4)
    if how == 0:
        parts[at] = text
    elif how == 1:
        parts.insert(at, text)
    elif how == 2:
        parts[at] += text
    else:
        parts *= dice.choice((2, 40))
    return "/" + "/".join(parts).lstrip("/")


def query(dice):
    pairs = [
        f"{dice.choice(NAMES) if dice.random() < 0.9 else written(dice, dice.choice(TEXTS))}"
        f"{dice.choice('===;&')}{written(dice, dice.choice(TEXTS))}"
        for _number in range(dice.choice((0, 0, 1, 1, 2, 6)))
    ]
    return "?" + "&".join(pairs) if pairs else ""


def written(dice, text):
    """Write a text as an address holds it: whole, twice, or in part, yet never with what would end the line."""
    how = dice.randrange(4)
    if how == 0:
        return quote(quote(text, safe=""), safe="")
    if how == 1:
        return quote(text, safe="%/<>\"'(){}").replace("%0D", "").replace("%0A", "")
    return quote(text, safe="%" if "%" in text else "")


def plain(value):
    return value.replace("\r", " ").replace("\n", " ")
