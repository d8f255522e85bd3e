"""Search as people meet it in a browser: suggestions by keyboard, and results that everyone can read (issue 8)."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "preload": False,
}


def faults(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [(each["id"], each["nodes"][0]["html"][:120]) for each in found]


def test_suggestions_are_chosen_by_keyboard_and_can_be_sent_away(browser_page, live_site):
    page = browser_page
    page.goto("/search/")
    field = page.get_by_role("combobox")
    field.press_sequentially("manip")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    assert faults(page) == []
    field.press("Escape")
    expect(options.first).to_be_hidden()
    expect(field).to_have_value("manip")
    field.press_sequentially("ul")
    expect(options.first).to_be_visible()
    field.press("ArrowDown")
    first = options.first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    title = first.inner_text()
    field.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert title in page.locator("main").inner_text()


@pytest.mark.parametrize("look", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_results_no_results_and_the_care_card_are_clean_on_the_smallest_screen(chromium, live_site, look):
    page = chromium.new_page(viewport={"width": 320, "height": 800}, base_url=live_site, **look)
    for query in ("neck", "manipulatoin", "zzzzzz", "numb face"):
        page.goto(f"/search/?q={query}")
        assert faults(page) == [], query
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, query
    page.close()
