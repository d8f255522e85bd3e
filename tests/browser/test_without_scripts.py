"""With JavaScript off every page reads and works (PRODUCT.md, rule 7; issue 3)."""

import re

import pytest
from playwright.sync_api import expect

from testimonials.models import Testimonial

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# What a script brings is made for it alone, and says nothing to those who have none.
READ = """() => {
    const brought = "[data-print], [data-copy], [data-play], [data-scripted]";
    document.querySelectorAll(brought).forEach((each) => each.remove());
    return document.body.innerText;
}"""


@pytest.fixture(scope="module")
def plain(window):
    """A window of a phone that runs no script."""
    return window(360, java_script_enabled=False)


def test_every_page_says_the_same_with_and_without_scripts(window, plain, few_addresses):
    scripted = window(360)
    for address in few_addresses:
        plain.goto(address)
        scripted.goto(address)
        assert plain.evaluate(READ).split() == scripted.evaluate(READ).split(), address
        assert plain.locator("button[type=button]:visible").count() == 0, address


def test_the_menu_opens_and_leads_on(plain):
    plain.goto("/")
    link = plain.get_by_role("navigation", name="Menu").get_by_role("link", name="Techniques", exact=True)
    expect(link).to_be_hidden()
    plain.locator(".menu > summary").click()
    link.click()
    expect(plain).to_have_url(re.compile("/techniques/$"))


def test_the_contents_lead_to_each_part(plain):
    plain.goto("/techniques/massage/")
    plain.locator(".contents__m summary").click()
    links = plain.locator(".contents__m a")
    assert links.count() > 5
    links.last.click()
    part = plain.url.partition("#")[2]
    expect(plain.locator(f"[id='{part}']")).to_be_in_viewport()


def test_an_answer_opens(plain, responses):
    address = next(address for address in responses if b'class="accordion"' in responses[address].content)
    plain.goto(address)
    answer = plain.locator(".accordion details").nth(1)
    expect(answer.locator("div").first).to_be_hidden()
    answer.locator("summary").click()
    expect(answer.locator("div").first).to_be_visible()


def test_a_drawing_moves_when_asked_and_stops(window):
    page = window(1280, java_script_enabled=False)
    page.goto("/techniques/compare/")
    button = page.locator(".movement__btn").first
    for moving in (False, True, False):
        # A drawing also moves under a mouse, which is not what is asked here.
        page.mouse.move(0, 0)
        page.wait_for_timeout(200)
        assert page.evaluate("document.getAnimations().some((each) => each.playState === 'running')") is moving
        button.click()


def test_a_filter_narrows_the_stories(plain):
    plain.goto("/testimonials/")
    stories = plain.locator(".story-card")
    before = stories.count()
    if (summary := plain.locator(".filters > summary")).is_visible():
        summary.click()
    plain.locator(".filters a[href*='area=']").first.click()
    assert "?" in plain.url
    assert stories.count() < before


def test_a_story_plays_by_the_browser_alone(plain):
    plain.goto("/testimonials/sample-1/")
    video = plain.locator("video[controls]")
    expect(video).to_be_visible()
    assert video.locator("track[kind=captions]").count() > 0
    expect(plain.locator("#transcript")).to_be_visible()


def test_a_video_of_another_company_is_a_link_to_it(site, client):
    Testimonial.objects.update(video="", video_url="https://vimeo.com/76979871")
    page = client.get("/testimonials/sample-1/").content.decode()
    assert '<a class="facade__b" href="https://vimeo.com/76979871"' in page
    assert "<iframe" not in page
