"""Staff bring a story, and a patient watches one, in a real browser (issue 5, “Done when”)."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import expect

from testimonials.models import Testimonial, TestimonialContent
from tests.browser.waiting import wait_until

from .factories import change, whole_story
from .media import POSTER, VIDEO
from .provider import TITLE, provider

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADD = "/admin/testimonials/testimonial/add/"
SRT = b"1\n00:00:00,000 --> 00:00:02,000\nThese words were made up.\n"


@pytest.fixture
def page(browser_page, live_site):
    """A window that notes every host it is asked for."""
    browser_page.hosts = set()
    browser_page.on("request", lambda request: browser_page.hosts.add(urlsplit(request.url).hostname))
    return browser_page


@pytest.fixture
def staff_page(page, client, editor, live_site):
    client.force_login(editor)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_site}])
    return page


def fill(page):
    """Fill in what every story needs."""
    page.goto(ADD)
    page.get_by_label("Summary").fill("Typed by hand.")
    page.get_by_label("Display name").fill("Made Up")
    page.get_by_label("What the poster shows").fill("An empty chair")
    page.get_by_label("Recorded on").fill("2026-06-02")
    page.get_by_label("Spoken language").select_option("en")
    page.get_by_label("Body area").select_option("neck")


def save(page):
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator(".success").first).to_be_visible()


def cues(page):
    return page.locator("video").evaluate(
        """video => new Promise(done => {
          const [track] = video.textTracks, ready = () => done([...track.cues].map(cue => cue.text));
          track.mode = "showing";
          track.cues?.length ? ready() : video.querySelector("track").addEventListener("load", ready);
        })"""
    )


def test_a_pasted_share_link_brings_poster_and_title(staff_page, settings):
    page = staff_page
    with provider(settings):
        fill(page)
        page.get_by_label("Video address").fill("https://youtu.be/aB3_-efgh12?si=x&t=10")
        page.get_by_label("Length").fill("75")
        save(page)
    expect(page.get_by_text("The title came from YouTube.")).to_be_visible()
    expect(page.locator("[name=content__title]")).to_have_value(TITLE)
    story = TestimonialContent.admin_manager.get(title=TITLE).testimonial
    assert story.poster.read()[:2] == b"\xff\xd8"
    assert page.hosts == {"localhost"}


def test_a_film_and_its_captions_are_played_back_to_who_checks_them(staff_page, editor):
    page = staff_page
    fill(page)
    page.locator("[name=content__title]").fill("A film for a test")
    page.get_by_label("Video file").set_input_files({"name": "film.mov", "mimeType": "video/mp4", "buffer": VIDEO})
    poster = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": POSTER}
    page.locator("[name=poster]").set_input_files(poster)
    page.locator("[name=captions-0-language]").select_option("en")
    srt = {"name": "words.srt", "mimeType": "application/x-subrip", "buffer": SRT}
    page.locator("[name=captions-0-file]").set_input_files(srt)
    save(page)
    assert cues(page) == ["These words were made up."]
    page.locator("video").evaluate("video => video.play()")
    wait_until(page, "document.querySelector('video').currentTime > 0")
    page.get_by_label("I have checked these captions against the video").first.check()
    save(page)
    track = Testimonial.objects.get(display_name="Made Up").captions.get()
    assert track.checked_by == editor


def test_a_patient_plays_pauses_and_turns_off_captions_and_reads_the_transcript_by_keyboard(page):
    content = whole_story()
    page.goto(content.get_absolute_url())
    page.locator("[data-play]").focus()
    page.keyboard.press("Enter")
    # It has begun only when time passes; before that the browser's bar lacks the buttons that need the film's facts.
    wait_until(page, "document.querySelector('video').currentTime > 0")
    page.keyboard.press("Space")
    assert page.locator("video").evaluate("video => video.paused")
    # Chromium's own bar and menus: the last button opens them; captions come first, and “Off” is the third choice.
    for _passed in ("button", "time", "sound", "whole screen", "menu"):
        page.keyboard.press("Tab")
    for key in ("Enter", "Enter", "ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
        page.wait_for_timeout(200)  # The menus are the browser's own: no element tells when they have opened.
    wait_until(page, "document.querySelector('video').textTracks[0].mode != 'showing'")
    expect(page.get_by_role("heading", name="Transcript")).to_be_visible()
    expect(page.locator("main").get_by_text("These words were made up for a test.")).to_be_visible()


def test_no_other_company_is_asked_before_the_press(page):
    content = whole_story()
    remote = {"video": "", "video_url": "https://www.youtube.com/watch?v=aB3_-efgh12"}
    change(Testimonial.objects.filter(pk=content.testimonial_id), remote)
    page.goto(content.get_absolute_url())
    button = page.get_by_role("button", name="Play video from YouTube: this contacts Google")
    expect(button).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.hosts == {"localhost"}
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("iframe")
    frame = page.locator("iframe")
    expect(frame).to_be_focused()
    expect(frame).to_have_attribute("title", content.title)
    assert page.hosts == {"localhost", "www.youtube-nocookie.com"}
