"""Every public page can be read and used by everyone (PRODUCT.md, rules 6 and 7; issue 3)."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

PATHS = (
    "/",
    "/techniques/",
    "/techniques/manipulation/",
    "/techniques/compare/",
    "/astr/",
    "/providers/",
    "/providers/physical-therapists/",
    "/testimonials/",
    "/your-visit/",
    "/no-such-page/",
)
MODES = (("light", "none"), ("dark", "none"), ("light", "active"))
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}
SMALL_TARGETS = """[...document.querySelectorAll('a, button, summary, label.movement__btn')]
    .filter((each) => each.checkVisibility() && !each.closest('p, dd, td, .sources') &&
        each.parentElement.textContent.trim() === each.textContent.trim() && !each.matches('.skip, .cover'))
    .filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML)"""


@pytest.mark.parametrize(("theme", "forced"), MODES)
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(browser_page, live_site, theme, forced, width):
    browser_page.set_viewport_size({"width": width, "height": 900})
    browser_page.emulate_media(color_scheme=theme, forced_colors=forced)
    for path in PATHS:
        browser_page.goto(live_site + path)
        found = Axe().run(browser_page, options=RULES).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], path


def test_nothing_scrolls_sideways_on_the_smallest_screen(browser_page, live_site):
    browser_page.set_viewport_size({"width": 320, "height": 700})
    for path in PATHS:
        browser_page.goto(live_site + path)
        assert browser_page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_every_target_is_large_enough(browser_page, live_site):
    browser_page.set_viewport_size({"width": 390, "height": 900})
    for path in PATHS:
        browser_page.goto(live_site + path)
        assert browser_page.evaluate(SMALL_TARGETS) == [], path


def test_the_first_tab_reaches_the_skip_link(browser_page, live_site):
    for path in PATHS:
        browser_page.goto(live_site + path)
        browser_page.keyboard.press("Tab")
        assert browser_page.evaluate("document.activeElement.className") == "skip", path
