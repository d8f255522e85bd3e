"""The gate in the browser: a publisher is refused by each rule and mends it; a clinician records a review (issue 4)."""

from datetime import timedelta

import pytest
from django.utils import timezone
from djangocms_versioning.models import Version

from astr_site.editorial.models import Source
from astr_site.editorial.records import cite
from techniques.models import TechniqueContent
from tests.editorial.drafts import add, draft_technique, picture
from tests.staff import member, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGE = "/techniques/manipulation/"
WRONG = {
    "does not exist or is not published": '<p><a href="/no-such-page/">Our prices</a></p>',
    "says nothing about where it leads": '<p><a href="/techniques/">Click here</a></p>',
    "promises an effect": "<p>It is painless.</p>",
}


def wrong_draft(user):
    """Return a draft of a technique that every rule refuses."""
    version = draft_technique(user=user)
    cite(version.content, [])
    slot = version.content.slot_names[0]
    for body in WRONG.values():
        add(version, "TextPlugin", slot, body=body)
    steps = add(version, "StepsPlugin", slot, heading="What happens")
    add(version, "ItemPlugin", slot, target=steps, heading=" ", text="<p>Words.</p>")
    add(version, "FigurePlugin", slot, picture=picture(), caption="No words for it yet.")
    return version


def follow(page, message):
    """Go from a finding of the checklist to the form that mends it."""
    page.locator(".checklist__item--blocks").filter(has_text=message).first.get_by_role("link").first.click()


def back_to_the_checklist(page):
    page.locator("[name=_save]").first.click()
    page.get_by_role("heading", name="Ready to publish?").wait_for()


def test_a_publisher_is_refused_by_each_rule_mends_each_from_the_checklist_and_publishes(browser_page, live_site):
    page, publisher = browser_page, member("Publisher")
    sign_in(page, live_site, publisher)
    version = wrong_draft(publisher)
    page.goto(f"/admin/editorial/editorialrecord/of/{version.pk}/ready/")
    for message in WRONG:
        follow(page, message)
        page.locator("[contenteditable=true]").click()
        for key in ("Control+a", "Delete"):
            page.keyboard.press(key)
        page.keyboard.type("Plain words.")
        back_to_the_checklist(page)
    follow(page, "heading is empty")
    page.locator("[name=heading]").fill("You arrive")
    back_to_the_checklist(page)
    follow(page, "no alternative text")
    page.get_by_label("What the picture shows").fill("Two hands")
    back_to_the_checklist(page)
    follow(page, "This page names no source")
    page.locator("[name=citations-0-source]").select_option(str(Source.objects.first().pk))
    back_to_the_checklist(page)
    assert not page.locator(".checklist__item--blocks").count()
    if page.locator("#reason").count():
        page.locator("#reason").fill("A test needs no better words.")
    page.locator(".checklist__form [type=submit]").click()
    page.get_by_text("is published").wait_for()
    assert Version.objects.get(pk=version.pk).state == "published"


def test_a_clinician_records_a_review_and_patients_read_it(browser_page, live_site):
    page = browser_page
    sign_in(page, live_site, member("Clinical reviewer"))
    content = TechniqueContent.objects.get(technique__key="manipulation", language="en")
    page.goto(f"/admin/editorial/editorialrecord/of/{Version.objects.get_for_content(content).pk}/review/")
    page.get_by_label("Reviewed by").fill("A clinician in a test")
    page.get_by_label("Credentials").fill("PT")
    page.get_by_label("Next review due").fill((timezone.localdate() + timedelta(days=365)).isoformat())
    page.get_by_role("button", name="Record this review").click()
    page.wait_for_load_state()
    page.goto(PAGE)
    assert page.get_by_text("A clinician in a test, PT").first.is_visible()
