"""The operator's first minutes, in a real browser: a password, a phone for codes, recovery codes, and in."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from astr_site import start
from tests.sign_in.phones import code_of_key


def clean(page):
    found = Axe().run(page, options={"preload": False}).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_operator_opens_the_link_sets_a_password_and_a_phone_and_signs_in(browser_page, settings):
    page = browser_page
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(start.first_password_link().removeprefix(settings.SITE_URL))
    clean(page)
    page.get_by_label("New password").fill("a long walk by the river")
    page.get_by_label("Confirm password").fill("a long walk by the river")
    page.get_by_role("button", name="Change my password").click()
    page.get_by_role("link", name="Log in").last.click()

    clean(page)
    page.get_by_label("Username").fill(start.OPERATOR)
    page.get_by_label("Password").fill("a long walk by the river")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="A second step for your account")).to_be_visible()
    clean(page)
    page.get_by_label("Six-digit code").fill("000000")
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_role("alert")).to_contain_text("This code is not right")
    clean(page)
    # After a wrong code the next is looked at only a second later.
    page.wait_for_timeout(1100)
    page.get_by_label("Six-digit code").fill(code_of_key(page.locator(".sign-in__key").inner_text()))
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_role("heading", name="Keep your recovery codes")).to_be_visible()
    assert page.locator(".sign-in__codes li").count() == 10
    clean(page)
    page.get_by_role("link", name="I have kept them").click()
    expect(page.get_by_role("heading", name="My drafts")).to_be_visible()
