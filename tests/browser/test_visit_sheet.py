"""What a reader ticks and writes on the visit sheet never leaves the device (PRODUCT.md, “what we do”)."""

import pytest

pytestmark = pytest.mark.browser

KEPT = "Object.entries({ ...localStorage, ...sessionStorage })"
SECRET = "Will my knee bend again?"
QUESTION = "What are the risks for me?"


def test_nothing_is_sent_and_nothing_is_stored_unless_asked(window):
    page = window(390)
    page.goto("/your-visit/visit-sheet/", wait_until="networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label(QUESTION).check()
    page.get_by_label("Your own questions").fill(SECRET)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    assert download.value.path().read_text() == f"{QUESTION}\n\n{SECRET}\n"
    assert page.evaluate(KEPT) == []
    assert page.evaluate("document.cookie") == ""

    page.get_by_role("button", name="Keep on this device").click()
    assert "Kept on this device" in page.get_by_role("status").inner_text()
    assert SECRET in str(page.evaluate(KEPT))
    assert [url for url in asked if not url.startswith("blob:")] == []

    page.reload(wait_until="networkidle")
    assert page.get_by_label(QUESTION).is_checked()
    assert page.get_by_label("Your own questions").input_value() == SECRET
    assert [url for url in asked if "knee" in url] == []

    page.emulate_media(media="print")
    assert page.locator(".visit-sheet li:visible").all_inner_texts() == [QUESTION]
    assert page.get_by_label("Your own questions").is_visible()
    page.emulate_media(media="screen")

    asked.clear()
    page.get_by_role("button", name="Erase").click()
    assert page.evaluate(KEPT) == []
    assert page.locator("input:checked").count() == 0
    assert page.get_by_label("Your own questions").input_value() == ""
    assert asked == []


def test_without_a_script_the_sheet_is_a_list_to_print(window):
    page = window(390, java_script_enabled=False)
    page.goto("/your-visit/visit-sheet/")
    assert page.locator(".visit-sheet button:visible").count() == 0
    page.emulate_media(media="print")
    every = page.locator(".visit-sheet li").count()
    assert page.locator(".visit-sheet li:visible").count() == every > 30
    page.get_by_label(QUESTION).check()
    assert page.locator(".visit-sheet li:visible").count() == 1
