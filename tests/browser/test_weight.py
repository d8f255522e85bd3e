"""The site is as light as a letter, and asks nobody but itself (PRODUCT.md, rule 5; issue 3).

Measured on the wire against `manage.py serve`, whose answers are compressed and carry the real caching headers.
"""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

KB = 1000
# What comes only when a reader is near it comes now.
ALL_PICTURES = """() => Promise.all([...document.images].map((each) => {
    each.loading = "eager";
    return each.decode().catch(() => {});
}))"""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def visitor(chromium, served_site):
    """A first-time visitor with an empty cache."""
    context = chromium.new_context(base_url=served_site.url, **PHONE)
    yield context.new_page()
    context.close()


class Wire:
    """What has come over the wire to a page, request by request."""

    def __init__(self, page):
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", lambda event: self.urls.append(event["request"]["url"]))
        session.on("Network.loadingFinished", lambda event: self.sizes.append(event["encodedDataLength"]))
        self.page = page
        self.urls, self.sizes = [], []

    def visit(self, address):
        """Open a page, with the pictures that would come only on the way to its end; return what that adds."""
        self.urls, self.sizes = [], []
        self.page.goto(address)
        self.page.evaluate(ALL_PICTURES)
        return sum(self.sizes)


def test_a_first_visit_is_light_and_stays_on_this_site(visitor, served_site):
    """Pictures below the first screens come when a reader is near them; with every one of them it is still little."""
    wire = Wire(visitor)
    visitor.goto("/", wait_until="networkidle")
    assert len(wire.urls) <= 12, wire.urls
    assert sum(wire.sizes) <= 100 * KB
    visitor.evaluate(ALL_PICTURES)
    assert sum(wire.sizes) <= 160 * KB
    assert all(url.startswith((served_site.url, "data:")) for url in wire.urls), wire.urls


def test_every_further_page_adds_little_and_nobody_is_followed(visitor, served_site, addresses):
    wire = Wire(visitor)
    wire.visit("/")
    for address in addresses:
        assert wire.visit(address) <= 60 * KB, address
        assert all(url.startswith((served_site.url, "data:")) for url in wire.urls), (address, wire.urls)
    assert visitor.context.cookies() == []
