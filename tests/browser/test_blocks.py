"""Staff build a page from blocks in Chromium: by dragging, by keyboard alone, by pasting (issue 4, Done when)."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from cms.plugin_pool import plugin_pool
from cms.toolbar.utils import get_object_preview_url, get_object_structure_url
from djangocms_text.models import Text

from astr_site.blocks.cleaning import clean
from astr_site.blocks.samples import NOT_OURS, Sample
from tests.blocks.pages import draft, place
from tests.blocks.test_blocks import by_kind, filled, own_fields
from tests.browser.waiting import wait_until
from tests.staff import member, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# The rich-text editor calls its row of buttons a menu bar, and finds it again by that word.
FORM = {"include": [["#content"]], "exclude": [[".cms-toolbar"]]}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"], "preload": False, "resultTypes": ["violations"]}
ONLY_ONE = """[...document.querySelectorAll('.cms-modal .block-choice')]
    .filter((each) => each.checkVisibility()).length == 1"""
FIELDS = """[...document.querySelectorAll('fieldset :is(input, select, textarea), [role=textbox]')]
    .filter((each) => each.checkVisibility() && !each.disabled && each.type !== 'hidden')
    .map((each) => each.name || each.id)"""
WORD_PAGE = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style>p.MsoNormal{color:red}</style></head><body>
<h1 style="mso-outline-level:1;color:#2f5496"><span lang=EN-US>Before your visit</span></h1>
<p class=MsoNormal style="margin-left:36pt;font-family:Calibri"><span style="color:red;mso-fareast-language:EN-US">Wear
<b>loose</b> clothes.<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><a href="https://example.org/a" style="color:blue" onclick="x()">A link</a></p></body></html>"""


def kinds(slot):
    plugins = slot.get_plugins("en").order_by("position")
    return [("." if each.parent_id else "") + each.plugin_type.removesuffix("Plugin") for each in plugins]


def board(page, site, editor, content):
    sign_in(page, site, editor)
    page.goto(get_object_structure_url(content))
    page.wait_for_selector(".block-move")


@pytest.fixture
def editor(live_site):
    """Somebody who may write drafts, and no more."""
    return member("Editor")


@pytest.fixture
def started(live_site, editor):
    """A draft with a note and an empty section."""
    content, slot = draft(user=editor)
    slot.note = place(slot, Sample("NotePlugin", {"heading": "A note", "text": "<p>It stands beside the text.</p>"}))
    slot.band = place(slot, Sample("BandPlugin", {"heading": "A section"}))
    return content, slot


def test_a_page_is_built_by_choosing_filling_and_dragging_blocks(browser_page, live_site, editor, started):
    page, (content, slot) = browser_page, started
    board(page, live_site, editor, content)
    page.locator(".cms-dragbar .cms-submenu-add").first.click()
    page.get_by_role("link", name="Questions to ask").click()
    form = page.frame_locator(".cms-modal-frame iframe")
    form.locator("#id_heading").fill("Before you book, ask")
    form.locator("#id_questions").fill("Are you licensed in this state?")
    # The CMS then asks for the page as it looks now, and only afterwards is the new block ready for dragging.
    with page.expect_response(lambda response: "/edit/" in response.url) as drawn:
        page.locator(".cms-modal-buttons .cms-btn-action").click()
    drawn.value.finished()
    page.wait_for_selector(".cms-dragitem-text:has-text('Before you book, ask')")
    assert kinds(slot) == ["Note", "Band", "Questions"]

    dragged = page.locator(".cms-dragitem", has_text="Before you book, ask").bounding_box()
    target = page.locator(".cms-dragitem", has_text="A note").bounding_box()
    page.mouse.move(dragged["x"] + 120, dragged["y"] + 20)
    page.mouse.down()
    page.mouse.move(dragged["x"] + 125, dragged["y"] - 10, steps=5)
    with page.expect_response(lambda response: "move-plugin" in response.url):
        page.mouse.move(target["x"] + 125, target["y"] - 2, steps=20)
        page.mouse.up()
    assert kinds(slot) == ["Questions", "Note", "Band"]

    page.goto(get_object_preview_url(content))
    assert page.locator("main").inner_text().index("Are you licensed") < page.locator("main").inner_text().index(
        "A note"
    )


def test_a_block_is_added_and_moved_by_keyboard_alone(browser_page, live_site, editor, started):
    page, (content, slot) = browser_page, started
    board(page, live_site, editor, content)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Alt+p")
    wait_until(page, "document.activeElement.matches('.cms-dragarea')")
    page.keyboard.press("a")
    wait_until(page, "document.activeElement.matches('.cms-quicksearch input')")
    page.keyboard.type("Key facts")
    wait_until(page, ONLY_ONE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.frame_locator(".cms-modal-frame iframe").locator("#id_heading:focus").wait_for()
    page.keyboard.type("At a glance")
    page.keyboard.press("Enter")
    page.wait_for_selector(".cms-dragitem-text:has-text('At a glance')")
    assert kinds(slot) == ["Note", "Band", "KeyFacts"]

    page.reload()
    page.wait_for_selector(".block-move")
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.block-move')"):
            break
    assert "A note" in page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Space")
    page.get_by_role("menuitem", name="Into Section “A section”, below").wait_for()
    page.keyboard.press("ArrowDown")
    with page.expect_response(lambda response: response.request.method == "POST" and "/move/" in response.url):
        page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.matches('.block-move')")
    assert kinds(slot) == ["Band", ".Note", "KeyFacts"]
    assert "A note" in page.evaluate("document.activeElement.getAttribute('aria-label')")

    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="Out of Section “A section”").wait_for()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.block-move')")


def test_what_is_pasted_from_a_word_processor_arrives_clean(browser_page, live_site, editor):
    page = browser_page
    _content, slot = draft(user=editor)
    text = place(slot, Sample("TextPlugin", {"body": "<p>Old</p>"}))
    sign_in(page, live_site, editor)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/admin/cms/placeholder/edit-plugin/{text.pk}/?cms_path=/")
    page.locator(".tiptap").click()
    page.evaluate(
        """(html) => navigator.clipboard.write(
            [new ClipboardItem({'text/html': new Blob([html], {type: 'text/html'})})])""",
        WORD_PAGE,
    )
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+V")
    page.get_by_text("Wear loose clothes.").wait_for()
    page.locator("[name=_save]").click()
    page.wait_for_load_state("networkidle")
    saved = Text.objects.get(pk=text.pk).body
    assert saved == clean(saved)
    assert "<h2>Before your visit</h2>" in saved
    assert "<strong>loose</strong>" in saved
    assert '<a href="https://example.org/a">A link</a>' in saved
    assert not [word for word in ("mso", "Mso", "style", "class", "span", "onclick", "color") if word in saved]


def reached_by_tab(page):
    """Return the fields that the keyboard comes past on its way from the first to the button that saves."""
    reached = set()
    for _press in range(60):
        reached.add(page.evaluate("document.activeElement.name || document.activeElement.id"))
        if "_save" in reached:
            break
        page.keyboard.press("Tab")
    return reached


def test_every_form_is_clean_and_can_be_filled_by_keyboard(browser_page, live_site, editor, started):
    page, (_content, slot) = browser_page, started
    sign_in(page, live_site, editor)
    parents = {"ItemPlugin": "StepsPlugin", "LensPlugin": "LensesPlugin", "CardPlugin": "CardsPlugin"}
    stand = {parent: place(slot, Sample(parent)).pk for parent in parents.values()}
    found = {}
    # Blocks with the same fields have the same form.
    forms = {
        tuple(each.name for each in own_fields(kind)): kind for kind in sorted(set(plugin_pool.plugins) - NOT_OURS)
    }
    for kind in forms.values():
        parent = stand.get(parents.get(kind), "")
        where = f"placeholder_id={slot.pk}&plugin_language=en&plugin_position=9&plugin_parent={parent}&cms_path=/"
        page.goto(f"/admin/cms/placeholder/add-plugin/?plugin_type={kind}&{where}")
        faults = Axe().run(page, context=FORM, options=RULES).response["violations"]
        missed = set(page.evaluate(FIELDS)) - reached_by_tab(page)
        faults += [{"id": "keyboard", "nodes": [{"html": each}]} for each in missed]
        found[kind] = [(each["id"], each["nodes"][0]["html"][-160:]) for each in faults]
    assert {kind: faults for kind, faults in found.items() if faults} == {}


def test_the_longest_content_of_every_block_fits_the_smallest_screen(browser_page, live_site, editor):
    content, slot = draft(user=editor)
    for sample in by_kind().values():
        place(slot, filled(sample, longest=True))
    sign_in(browser_page, live_site, editor)
    browser_page.set_viewport_size({"width": 320, "height": 700})
    browser_page.goto(get_object_preview_url(content))
    wide = """[...document.querySelectorAll('main *')]
        .filter((each) => !each.closest('.scroll') && !each.ownerSVGElement && each.checkVisibility())
        .filter((each) => each.getBoundingClientRect().right > 322).map((each) => each.outerHTML)"""
    assert browser_page.evaluate(wide)[:3] == []
