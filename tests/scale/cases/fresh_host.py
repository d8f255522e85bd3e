"""The second host began with an empty folder: it shows every page of the sitemap as the first does, byte for byte."""

import re
from urllib.parse import urlsplit

from tests.chaos.report import Found
from tests.servers import ask

ADDRESS = re.compile(r"<loc>([^<]+)</loc>")
FILE = re.compile(r'(?:src|href|poster)="(/(?:media|stories|static|cards)/[^"]+)"')


def paths(host):
    """Return the path of every page that search engines are told of."""
    parts = [urlsplit(address).path for address in ADDRESS.findall(ask(host.url + "/sitemap.xml").body.decode())]
    found = []
    for part in parts:
        if part.endswith(".xml"):
            found += [urlsplit(each).path for each in ADDRESS.findall(ask(host.url + part).body.decode())]
        else:
            found.append(part)
    return list(dict.fromkeys(found))


def run(there):
    first, second = there.hosts
    found, files = Found("a second host from an empty folder"), set()
    pages = paths(first)
    for path in pages:
        here, beside = ask(first.url + path), ask(second.url + path)
        found.asked += 1
        found.failed += beside.status != 200
        found.require((here.status, here.body) == (beside.status, beside.body), f"{path} is the same on both")
        files |= set(FILE.findall(beside.body.decode()))
    for path in sorted(files):
        status = ask(second.url + path).status
        found.require(status == 200, f"{path} is there on the second host, and not {status}")
    found.require(len(pages) > 20, "the sitemap names the pages")
    found.notes = {"pages": len(pages), "pictures, films, styles": len(files)}
    return found
