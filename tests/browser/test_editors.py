"""Editors and publishers at work, each journey as they walk it in the browser (issue 4, Done when)."""

from base64 import b64encode
from datetime import timedelta
from io import BytesIO

import pytest
from cms.models import PageContent
from cms.toolbar.utils import get_object_edit_url, get_object_preview_url
from django.utils import timezone
from djangocms_versioning.models import Version
from filer.models import Image
from PIL import Image as PIL

from astr_site.blocks.samples import Sample
from astr_site.clinic.models import Clinic
from astr_site.schedule.boundary import write_anew
from astr_site.schedule.models import ScheduledPublication
from tests.blocks.pages import draft, picture, place
from tests.browser.waiting import wait_until
from tests.staff import member, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def open_as(browser_page, site, role, name="someone"):
    """Sign in as a new member of staff; return the window and the person."""
    person = member(role, name)
    sign_in(browser_page, site, person)
    return browser_page, person


def latest(key):
    return Version.objects.filter_by_content_grouping_values(public(key)).order_by("-pk").first()


def public(key):
    return PageContent.objects.get(page__reverse_id=key, language="en")


def publish(page):
    """Press the button under the checklist, past advice with a reason."""
    if page.locator("#reason").count():
        page.locator("#reason").fill("A short page is enough here.")
    page.locator(".checklist__form [type=submit]").click()
    page.get_by_text("is published").wait_for()


def publish_from_the_checklist(page, content):
    page.goto(get_object_preview_url(content))
    page.get_by_role("link", name="Ready to publish?").click()
    publish(page)


def read_by_a_visitor(page, address):
    """Return what somebody who is not signed in reads at an address."""
    visitor = page.context.browser.new_page()
    visitor.goto(address)
    words = visitor.locator("main").inner_text()
    visitor.close()
    return words


def tall_picture():
    """A tall blue picture with a red spot near its foot, in letters that a browser can read."""
    drawn, file = PIL.new("RGB", (400, 2000), "blue"), BytesIO()
    drawn.paste("red", (160, 1760, 240, 1840))
    drawn.save(file, "PNG")
    return b64encode(file.getvalue()).decode()


DROP = """async (letters) => {
    const content = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], "hands.png", { type: "image/png" }));
    const target = document.querySelector(".js-filer-dropzone");
    target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
}"""


def test_an_editor_uploads_a_picture_and_the_public_page_shows_its_focus(browser_page, live_site):
    page, editor = open_as(browser_page, live_site, "Editor")
    page.set_viewport_size({"width": 1280, "height": 2400})
    content, slot = draft(user=editor)
    where = f"placeholder_id={slot.pk}&plugin_language=en&plugin_position=1&cms_path=/"
    page.goto(f"/admin/cms/placeholder/add-plugin/?plugin_type=FigurePlugin&{where}")
    with page.expect_response(lambda response: "upload" in response.url):
        page.evaluate(DROP, tall_picture())
    page.get_by_label("What the picture shows").fill("A red spot on blue")
    page.get_by_label("A wide part of it, round its focus").check()
    wait_until(page, "document.querySelector('[name=picture]').value")
    page.locator("[name=_save]").click()
    page.wait_for_load_state("networkidle")

    page.goto(f"/admin/filer/image/{Image.objects.get().pk}/change/")
    mark = page.locator(".js-focal-point-circle").bounding_box()
    shown = page.locator(".js-focal-point-image").bounding_box()
    page.mouse.move(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)
    page.mouse.down()
    page.mouse.move(shown["x"] + shown["width"] / 2, shown["y"] + shown["height"] * 0.9, steps=5)
    page.mouse.up()
    page.locator("[name=_save]").click()
    page.wait_for_load_state("networkidle")

    assert Image.objects.get().subject_location

    page, _publisher = open_as(page, live_site, "Publisher", "publisher")
    publish_from_the_checklist(page, content)
    page.context.clear_cookies()
    page.goto("/your-visit/")
    assert page.get_by_role("img", name="A red spot on blue").is_visible()
    shown = page.request.get(page.get_by_role("img", name="A red spot on blue").evaluate("(img) => img.currentSrc"))
    with PIL.open(BytesIO(shown.body())) as part:
        assert part.width / part.height == pytest.approx(16 / 9, abs=0.05)
        assert any(red > 200 for _count, (red, _g, _b) in part.convert("RGB").getcolors(1_000_000))


def test_a_publisher_is_refused_mends_it_plans_a_date_and_goes_back(browser_page, live_site):
    page, publisher = open_as(browser_page, live_site, "Publisher")
    page.set_viewport_size({"width": 1700, "height": 900})
    old = public("your-visit").versions.get()
    content, slot = draft(user=publisher)
    place(slot, Sample("BandPlugin", {"heading": "Before you come"}))
    place(slot, Sample("FigurePlugin", {"picture": picture(), "caption": "Loose clothes help."}))
    page.goto(get_object_edit_url(content))
    steps = page.locator(".breadcrumb li").all_inner_texts()
    assert steps
    assert len(steps) == len(set(steps))
    page.get_by_role("link", name="Ready to publish?").click()
    page.get_by_text("to mend before publishing").wait_for()
    assert not page.get_by_role("button", name="Publish").count()
    page.locator(".checklist__item--blocks a").first.click()
    page.get_by_label("What the picture shows").fill("A person in loose clothes")
    page.locator("[name=_save]").click()
    page.get_by_role("heading", name="Ready to publish?").wait_for()
    assert not page.locator(".checklist__item--blocks").count()
    publish(page)
    assert "Loose clothes help." in read_by_a_visitor(page, live_site + "/your-visit/")

    page.goto(f"/admin/djangocms_versioning/pagecontentversion/?page={content.page_id}&language=en")
    page.locator(f"[href*='/{old.pk}/revert/']").click()
    page.locator("[type=submit]").first.click()
    page.wait_for_load_state("networkidle")
    again = latest("your-visit")
    assert again.state == "draft"
    page.goto(get_object_preview_url(again.content))
    page.get_by_text(f"Version #{again.number}").first.click()
    page.get_by_role("link", name="Publish on a date…").click()
    tomorrow = timezone.localtime() + timedelta(days=1)
    page.get_by_label("Publish on").fill(tomorrow.strftime("%Y-%m-%dT%H:%M"))
    page.locator("input[type=submit]").click()
    page.wait_for_load_state("networkidle")
    plan = ScheduledPublication.objects.get()
    assert plan.version_id == again.pk
    assert "Loose clothes help." in read_by_a_visitor(page, live_site + "/your-visit/")
    ScheduledPublication.objects.update(publish_at=timezone.now() - timedelta(seconds=1))
    write_anew()
    assert "Loose clothes help." not in read_by_a_visitor(page, live_site + "/your-visit/")


def test_a_second_editor_meets_a_lock_and_takes_the_draft_over(browser_page, live_site):
    page, first = open_as(browser_page, live_site, "Editor", "first")
    page.goto("/privacy/")
    page.get_by_text("New Draft").first.click()
    page.wait_for_selector(".cms-editor-inline-wrapper.wrapped")
    content = latest("privacy").content
    assert latest("privacy").created_by == first

    open_as(page, live_site, "Editor", "second")
    page.goto(get_object_edit_url(content))
    page.wait_for_load_state("networkidle")
    assert not page.locator(".cms-editor-inline-wrapper.wrapped").count()
    page.get_by_role("link", name="Unlock").click()
    page.locator("#result_list [href*='edit-redirect']").first.click()
    page.wait_for_selector(".cms-editor-inline-wrapper.wrapped")

    sign_in(page, live_site, first)
    page.goto(get_object_edit_url(content))
    page.wait_for_load_state("networkidle")
    assert not page.locator(".cms-editor-inline-wrapper.wrapped").count()


def leaving_asks(page):
    """Say whether the browser asks before the window closes; stay in any case."""
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.close(run_before_unload=True)
    page.wait_for_timeout(300)
    return asked == ["beforeunload"]


def test_leaving_with_unsaved_words_warns_in_forms_and_in_place(browser_page, live_site):
    page, editor = open_as(browser_page, live_site, "Editor")
    Clinic.objects.get().locations.create(name="Main Street", address="1 Main Street")
    page.goto("/admin/clinic/openingweek/")
    page.get_by_label("Tuesday from").first.press_sequentially("9")
    assert leaving_asks(page)
    page.get_by_label("Tuesday to").first.press_sequentially("5")
    page.locator("[name=_continue]").click()
    page.get_by_text("Tuesday is now").wait_for()

    content, slot = draft(user=editor)
    place(slot, Sample("TextPlugin", {"body": "<p>The words that stand here.</p>"}))
    page.goto(get_object_edit_url(content))
    page.wait_for_selector(".cms-editor-inline-wrapper.wrapped")
    page.get_by_text("The words that stand here.").click()
    page.keyboard.type("More of them. ")
    assert leaving_asks(page)


def test_a_changed_address_leads_old_links_to_the_page(browser_page, live_site):
    page, _publisher = open_as(browser_page, live_site, "Publisher")
    page.goto("/privacy/")
    page.get_by_text("New Draft").first.click()
    page.wait_for_selector(".cms-ready")
    content = latest("privacy").content
    page.goto(f"/admin/cms/pagecontent/{content.pk}/change/")
    page.get_by_label("Slug").fill("your-privacy")
    page.locator("[name=_save]").click()
    page.wait_for_load_state("networkidle")
    publish_from_the_checklist(page, content)
    page.context.clear_cookies()
    assert page.goto("/privacy/").ok
    assert page.url.endswith("/your-privacy/")
