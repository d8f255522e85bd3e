"""Our own staff screens pass the accessibility rules and need no sideways scrolling on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from astr_site.clinic.models import Clinic
from astr_site.editorial.models import Source
from astr_site.links.checking import begin
from techniques.models import TechniqueContent
from testimonials.models import Testimonial
from tests.editorial.drafts import add, draft_page
from tests.staff import member, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def violations(page, part):
    # Django’s own pair of lists puts a label on an element that takes none.
    context = {"include": [[part]], "exclude": [[".selector"]]}
    found = Axe().run(page, context=context, options={"preload": False}).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]


def drafts_with_findings(user):
    """Return a draft that may not be published, and one that is published only with a reason."""
    blocked, advised = draft_page("contact", user=user), draft_page("glossary", user=user)
    add(blocked, "TextPlugin", body='<p><a href="/no-such-page/">Our prices</a></p>')
    add(advised, "TextPlugin", body="<p>Ask for an MRI.</p>")
    return blocked, advised


def test_our_own_staff_screens_are_clean_on_a_phone(browser_page, live_site, editor):
    location = Clinic.objects.get().locations.create(name="Main Street", address="1 Main Street")
    version = TechniqueContent.objects.get(technique__key="massage", language="en").versions.get()
    blocked, advised = drafts_with_findings(editor)
    Source.objects.update(url="")  # No test asks another site.
    begin(editor)
    records, stories = "/admin/editorial/editorialrecord", "/admin/testimonials/testimonial"
    story = Testimonial.objects.first()
    page = browser_page
    page.set_viewport_size({"width": 390, "height": 900})
    sign_in(page, live_site, editor)
    for path, part in (
        ("/admin/", ".desk"),
        (f"/admin/clinic/openingweek/{location.pk}/change/", "#openingweek_form"),
        (f"/admin/clinic/announcement/{location.clinic_id}/change/", "#announcement_form"),
        (f"/admin/schedule/scheduledpublication/version/{version.pk}/", ".desk"),
        (f"{records}/of/{blocked.pk}/ready/", ".checklist"),
        (f"{records}/of/{advised.pk}/ready/", ".checklist"),
        (f"{records}/of/{version.pk}/review/", ".desk"),
        (f"{records}/reviews/", ".desk"),
        ("/admin/guide/editor/", "#content"),
        ("/admin/clinic/clinic/", "#clinic_form"),
        (f"/admin/techniques/technique/{version.content.technique_id}/change/?language=en", "#content"),
        (f"{stories}/{story.pk}/change/", "#content"),
        *((f"{stories}/{story.pk}/{screen}/", "#content") for screen in ("withdraw", "private-link", "media")),
        ("/admin/testimonials/authorization/add/", "#authorization_form"),
        ("/admin/my-sign-in/", ".desk"),
        ("/admin/sign_in/entry/", "#content"),
        ("/admin/links/linkcheck/", ".desk"),
    ):
        page.goto(path)
        assert violations(page, part) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    page.get_by_role("button", name="Check again").wait_for()


def test_an_editor_changes_tuesday_with_the_keyboard_alone_and_patients_see_it(browser_page, live_site):
    Clinic.objects.get().locations.create(name="Main Street", address="1 Main Street")
    page = browser_page
    sign_in(page, live_site, member("Editor"))
    page.goto("/admin/")
    page.get_by_role("link", name="Opening hours and holidays").first.press("Enter")
    page.get_by_label("Tuesday from").focus()
    page.keyboard.type("9")
    page.keyboard.press("Tab")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    page.get_by_text("Tuesday is now: 9:00 AM – 5:00 PM").wait_for()
    page.context.clear_cookies()
    page.goto("/contact/")
    assert page.get_by_text("9:00 AM – 5:00 PM").first.is_visible()
