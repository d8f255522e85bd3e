"""A member of staff edits a technique as they would edit a page, in a real browser."""

import pytest
from django.core.cache import cache
from django.core.management import call_command

from techniques.models import TechniqueContent
from tests.browser.waiting import wait_until
from tests.staff import member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS = "/techniques/manipulation/"
EDITABLE = "xpath=descendant-or-self::*[@contenteditable!='false']"
EDITED = "Quicker than you can brace for"
GAP = "(first) => first.nextElementSibling.getBoundingClientRect().top - first.getBoundingClientRect().bottom"
SENTENCE = "We added this sentence in the page itself."


def sign_in(page, name):
    page.goto(f"/admin/login/?next={ADDRESS}")
    page.fill("#id_username", name)
    page.fill("#id_password", "a long pass phrase")
    page.click("[type=submit]")
    page.wait_for_selector(".cms-ready")


def write(page, element, text):
    """Type at the end of a text in place; leaving it saves it."""
    element.scroll_into_view_if_needed()
    element.locator(EDITABLE).first.wait_for()  # A text can be edited once it has been in view.
    element.click()
    wait_until(page, "document.activeElement.isContentEditable")
    page.keyboard.press("Control+End")
    page.keyboard.type(text)
    element.get_by_text(text).wait_for()
    with page.expect_response(lambda response: response.request.method == "POST"):
        page.locator("h2#sources").click()
    page.wait_for_load_state("networkidle")


def anonymous(client):
    cache.clear()
    return client.get(ADDRESS).content.decode()


def publish(page):
    page.locator(".cms-versioning-js-publish-btn").click()
    page.wait_for_selector(".cms-ready")


def test_staff_edit_a_paragraph_and_a_fact_in_place_publish_and_bring_the_old_version_back(
    browser_page, live_site, client
):
    page, publisher = browser_page, member("Publisher", "publisher")
    before = TechniqueContent.objects.get(technique__key="manipulation", language="en")
    sign_in(page, "publisher")
    paragraph = page.locator("main article section p:has(+ p)").first
    gap = paragraph.evaluate(GAP)

    page.get_by_text("New Draft").first.click()
    page.wait_for_selector(".cms-editor-inline-wrapper.wrapped")
    assert paragraph.evaluate(GAP) == gap > 0
    write(page, page.locator("[class*=techniquecontent-speed-]").first, EDITED)
    write(page, page.locator(".cms-editor-inline-wrapper.wrapped").first, SENTENCE)

    draft = TechniqueContent.admin_manager.exclude(pk=before.pk).get(technique=before.technique, language="en")
    assert EDITED in draft.speed
    assert EDITED not in anonymous(client)
    assert SENTENCE not in anonymous(client)

    preview = f"/admin/cms/placeholder/object/{draft.versions.get().content_type_id}/preview/{draft.pk}/"
    page.goto(preview)
    assert EDITED in page.content()
    assert SENTENCE in page.content()
    assert client.get(preview).status_code in (302, 404)

    page.goto(preview.replace("/preview/", "/edit/"))
    publish(page)
    assert EDITED in anonymous(client)
    assert SENTENCE in anonymous(client)

    client.force_login(publisher)
    old = before.versions.get()
    client.post(f"/admin/djangocms_versioning/techniquecontentversion/{old.pk}/revert/")
    reverted = TechniqueContent.admin_manager.filter(technique=before.technique).order_by("-pk").first()
    client.post(f"/admin/djangocms_versioning/techniquecontentversion/{reverted.versions.get().pk}/publish/")
    client.logout()
    assert EDITED not in anonymous(client)
    assert SENTENCE not in anonymous(client)


def test_loading_content_again_leaves_an_edit_made_in_the_browser(browser_page, live_site, capsys):
    page = browser_page
    member("Editor", "editor")
    sign_in(page, "editor")
    page.get_by_text("New Draft").first.click()
    page.wait_for_selector(".cms-editor-inline-wrapper.wrapped")
    write(page, page.locator("[class*=techniquecontent-speed-]").first, EDITED)
    call_command("load_content")
    assert "left alone: technique manipulation" in capsys.readouterr().out
    assert TechniqueContent.admin_manager.filter(speed__contains=EDITED).exists()
    # The page goes on loading; what it asks for must be answered before the database is emptied.
    page.wait_for_load_state("networkidle")
