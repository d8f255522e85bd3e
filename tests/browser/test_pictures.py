"""A browser takes the smallest kind in the size that fits its screen, and nothing moves when it comes (issue 9)."""

import pytest
from django.contrib.auth import get_user_model
from djangocms_versioning.models import Version

from astr_site.blocks.samples import Sample
from astr_site.pictures import background
from tests.blocks.pages import draft, picture, place
from tests.browser.test_stillness import DRAWN, SETTLED, WATCH

pytestmark = pytest.mark.browser
SHOWN = "(img) => [img.currentSrc.split('/').slice(-2).join('/'), img.getBoundingClientRect().height]"


def test_each_screen_takes_its_size_and_part_and_nothing_moves_when_it_comes(browser_page, live_site):
    content, slot = draft()
    kept = picture((2000, 1500), "400,400")
    place(slot, Sample("FigurePlugin", {"picture": kept, "alternative_text": "A test", "part": "focus"}))
    Version.objects.get_for_content(content).publish(get_user_model().objects.get(username="content"))
    page = browser_page
    page.add_init_script(WATCH)
    held = []
    page.route("**/media/sizes/**", lambda route: held.append(route))
    # The first visit has every kind and part drawn.
    seen = ((390, "near/400.avif", 264), (1360, "wide/800.avif", 414))
    for width, size, height in (*((width, None, 0) for width, *_rest in seen), *seen):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/your-visit/", wait_until="domcontentloaded")
        page.evaluate(DRAWN)
        while held:
            held.pop().continue_()
        page.wait_for_load_state()
        img = page.get_by_role("img", name="A test")
        assert page.evaluate(SETTLED) == []
        if size:
            assert img.evaluate(SHOWN) == [size, pytest.approx(height, abs=3)]
            shown = page.request.get(img.evaluate("(img) => img.currentSrc"))
            assert shown.headers["content-type"] == "image/avif"
        else:
            background.waiting.join()
