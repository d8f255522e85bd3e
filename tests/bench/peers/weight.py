"""What a first visit weighs on the wire, in Chromium, with an empty cache."""

from playwright.sync_api import sync_playwright

from tests.browser.test_weight import ALL_PICTURES, PHONE, Wire
from tests.chromium import FLAGS, program

from .field import PAGE


def first_visits(site):
    """Return {path: requests and kilobytes, at first and with what comes further down}, or nothing without Chromium."""
    if not (chromium := program()):
        return {}
    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for path in ("/", PAGE):
            context = browser.new_context(base_url=site, **PHONE)
            wire = Wire(context.new_page())
            wire.page.goto(path, wait_until="networkidle")
            first = {"requests": len(wire.urls), "kB": sum(wire.sizes) / 1000}
            wire.page.evaluate(ALL_PICTURES)
            found[path] = first | {"kB with all pictures": sum(wire.sizes) / 1000}
            context.close()
        browser.close()
    return found
