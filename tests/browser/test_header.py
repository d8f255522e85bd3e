"""The head of every page has room for what the clinic adds to it (PRODUCT: call the clinic; DESIGN 3)."""

import pytest

from astr_site.clinic.models import Clinic

pytestmark = pytest.mark.browser

# The parts that are seen which stand on another, or leave the window.
CROWDED = """() => {
    const seen = [...document.querySelectorAll(".site-head__in > *")].filter((each) => each.checkVisibility());
    const box = (each) => each.getBoundingClientRect();
    const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return seen.filter((each) => box(each).left < 0 || box(each).right > innerWidth || box(each).width === 0
        || seen.some((other) => other !== each && over(box(each), box(other)))).map((each) => each.className);
}"""
HEIGHT = "() => document.querySelector('.site-head').getBoundingClientRect().height"


@pytest.mark.parametrize("path", ["/contact/", "/es/contacto/"])
def test_a_phone_number_finds_room_at_every_width(browser_page, live_site, path):
    Clinic.objects.update(phone="+1 (555) 010-0199")
    browser_page.goto(live_site + path)
    for width in (320, 360, 390, 820, 1247, 1248, 1600):
        browser_page.set_viewport_size({"width": width, "height": 800})
        assert browser_page.get_by_role("link", name="+1 (555) 010-0199").first.is_visible()
        assert browser_page.evaluate(CROWDED) == [], width
        # One line of parts; above the links of a wide screen the number has a line of its own.
        assert browser_page.evaluate(HEIGHT) < (100 if width > 1247 else 90), width
