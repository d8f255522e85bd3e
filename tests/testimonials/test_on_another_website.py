"""A story on somebody else's page, in a real browser and by real oEmbed clients (issue 6, Done when)."""

import gzip
import html
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from lxml import html as lxml_html
from micawber.providers import Provider
from oembedpy import consumer, discovery
from playwright.sync_api import expect

from astr_site.stylesheet import joined
from testimonials.actions import withdraw

from .factories import whole_story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "preload": False,
}
LOOKS = ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"})
LIMIT = 30_000


@contextmanager
def another_website(body):
    """Serve one page from an origin of its own; yield its address."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(f"<!doctype html><title>Partner</title><h1>Partner</h1>{body}".encode())

        def log_message(self, *words):
            """A test says what went wrong."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def story(live_site, settings):
    settings.SITE_URL = live_site
    return whole_story()


@pytest.fixture
def window(chromium):
    context = chromium.new_context(viewport={"width": 900, "height": 900})
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


@pytest.mark.complains("frame-ancestors 'none'", r"410 \(Gone\) at \S+/embed/story/")
def test_another_website_shows_and_plays_a_story_fits_it_and_loses_it_when_it_is_withdrawn(window, live_site, story):
    window.goto(live_site + story.get_absolute_url() + "embed/")
    code = window.locator("#code-script").input_value()
    others = "".join(f'<iframe id="{name}" src="{live_site}{path}"></iframe>' for name, path in OTHERS.items())
    with another_website(code + others) as address:
        window.goto(address)
        element = window.locator("iframe").first
        inside = element.content_frame
        inside.get_by_role("button", name="Watch").click()
        video = inside.locator("video")
        expect(video).to_have_js_property("paused", False)
        assert video.evaluate("(video) => video.textTracks[0].mode") == "showing"
        fits(element, inside)
        element.evaluate("(frame) => { frame.width = 280 }")
        fits(element, inside)
        for name in OTHERS:
            [frame] = [each for each in window.frames if each.frame_element and name == frame_name(each)]
            assert frame.url.startswith("chrome-error://"), name

        withdraw(story.testimonial, "staff")
        video.evaluate("(video) => { video.pause(); video.currentTime = 0; video.play() }")
        expect(inside.get_by_role("heading", name="This story is no longer shown")).to_be_visible()
        expect(inside.get_by_text(story.title)).to_have_count(0)


OTHERS = {"home": "/", "story": "/testimonials/made-up/", "staff": "/admin/login/"}


def frame_name(frame):
    return frame.parent_frame and frame.frame_element().get_attribute("id")


def fits(element, inside):
    """See that the frame comes to be as tall as what is in it."""
    height = "() => Math.ceil(document.body.getBoundingClientRect().height)"
    for _try in range(100):
        inner = inside.locator("body").evaluate(height)
        if inner > 300 and element.bounding_box()["height"] - 4 == pytest.approx(inner, abs=2):
            return
        element.page.wait_for_timeout(50)
    raise AssertionError(f"{element.bounding_box()['height']} is not {inner}")


def test_two_oembed_clients_find_and_show_a_story_and_not_a_withdrawn_one(live_site, story):
    page = live_site + story.get_absolute_url()
    found = consumer.fetch_content(*discovery.find_from_content(page))
    [endpoint] = fetched(page).xpath("//link[@type='application/json+oembed']/@href")
    other = Provider(html.unescape(endpoint).partition("?")[0]).request(page)
    assert found.html == other["html"]
    assert found.title == other["title"] == story.title
    with another_website(found.html) as address:
        assert fetched(address).xpath("//iframe/@src") == [f"{live_site}/embed/story/{story.testimonial_id}/"]
    asked = discovery.find_from_content(page)
    withdraw(story.testimonial, "staff")
    with pytest.raises(httpx.HTTPStatusError, match="404"):
        consumer.fetch_content(*asked)


def fetched(address):
    with urlopen(address) as answer:
        return lxml_html.fromstring(answer.read())


def test_a_frame_is_light_and_can_be_used_by_everyone(chromium, live_site, story, client):
    address = f"/embed/story/{story.testimonial_id}/"
    assert weight(client.get(address).content) < LIMIT
    for look in LOOKS:
        page = chromium.new_page(viewport={"width": 320, "height": 800}, **look)
        page.goto(live_site + address)
        faults = Axe().run(page, options=RULES).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"][:120]) for each in faults] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        reached = []
        for _press in range(6):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.textContent.trim()"))
        assert "Watch" in reached
        assert any("Transcript" in words for words in reached)
        page.close()


def weight(document):
    """Return how many bytes a browser fetches before the press, the poster left out."""
    parts = [document, joined(read, "css/embed.css").encode(), *map(Path.read_bytes, map(found, OWN))]
    return sum(len(gzip.compress(part)) for part in parts)


OWN = ("js/embed.js", "js/video.js", "img/mark.svg")


def found(name):
    return Path(finders.find(name))


def read(name):
    return found(name).read_text()
