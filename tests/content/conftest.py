"""One walk through the whole site, from its two first pages along its own links, for all tests of this folder."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from django.test import Client
from lxml import html

from tests.conftest import load_site

STARTS = ("/", "/es/")
NO_PAGES = ("/static/", "/media/", "/stories/", "/admin/")


@dataclass
class Page:
    """An answer of the site as a tree."""

    address: str
    tree: html.HtmlElement

    @property
    def language(self):
        return self.tree.get("lang")

    @property
    def main(self):
        return self.tree.find(".//main")

    def links(self, part=None):
        """Return (path, fragment) of each link inside the site."""
        found = (urlsplit(link.get("href")) for link in (self.tree if part is None else part).iter("a"))
        return {
            (each.path or self.address, each.fragment)
            for each in found
            if not each.netloc and each.scheme in ("", "http", "https") and not each.path.startswith(NO_PAGES)
        }


@pytest.fixture(scope="session")
def walk(django_db_setup, django_db_blocker, snapshot):
    """Return {address: page} of every page that links lead to; a broken link fails here."""
    with django_db_blocker.unblock():
        load_site(snapshot)
        client, pages, waiting = Client(), {}, [*STARTS]
        while waiting:
            address = waiting.pop()
            if address in pages:
                continue
            response = client.get(address)
            assert response.status_code == 200, (address, response.status_code)
            if "text/html" not in response["Content-Type"]:
                continue
            pages[address] = Page(address, html.document_fromstring(response.content.decode()))
            waiting += [path for path, _fragment in pages[address].links()]
    return pages
