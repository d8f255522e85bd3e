"""Nothing moves under a reader's eyes while a page arrives, however late its letters come (DESIGN 2.3; issue 3)."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

WATCH = """window.shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map((each) => [
        each.value, ...each.sources.map((source) => source.node?.parentElement?.outerHTML.slice(0, 200)),
    ]))).observe({ type: "layout-shift", buffered: true });"""
DRAWN = """() => new Promise((done) => new PerformanceObserver(done).observe({ type: "paint", buffered: true }))"""
SETTLED = """async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return shifts;
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_letters_come_late(window, few_addresses, width):
    page = window(width)
    page.add_init_script(WATCH)
    held = []
    page.route("**/*.woff2", lambda route: held.append(route))
    for address in few_addresses:
        page.goto(address, wait_until="domcontentloaded")
        page.evaluate(DRAWN)
        assert held, address
        while held:
            held.pop().continue_()
        page.wait_for_load_state()
        assert page.evaluate(SETTLED) == [], address
