"""The operator's first minute, in a real browser."""

import pytest
from playwright.sync_api import expect

from astr_site import start


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_operator_opens_the_link_sets_a_password_and_signs_in(browser_page, settings):
    complaints = []
    browser_page.on("pageerror", lambda error: complaints.append(str(error)))
    browser_page.on("requestfailed", lambda request: complaints.append(request.url))

    browser_page.goto(start.first_password_link().removeprefix(settings.SITE_URL))
    browser_page.get_by_label("New password").fill("a long walk by the river")
    browser_page.get_by_label("Confirm password").fill("a long walk by the river")
    browser_page.get_by_role("button", name="Change my password").click()
    browser_page.get_by_role("link", name="Log in").last.click()

    browser_page.get_by_label("Username").fill(start.OPERATOR)
    browser_page.get_by_label("Password").fill("a long walk by the river")
    browser_page.get_by_role("button", name="Log in").click()
    expect(browser_page.get_by_role("heading", name="My drafts")).to_be_visible()
    assert complaints == []
