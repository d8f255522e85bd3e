"""Photographs the staff pages as each role sees them, for the guides (`make guides`).

pytest runs it when it is named, for it needs a loaded site, roles and a browser; no run of all tests collects it.
"""

from io import BytesIO

import pytest
from cms.toolbar.utils import get_object_edit_url, get_object_structure_url
from django.conf import settings
from django.urls import reverse
from djangocms_versioning.helpers import version_list_url
from djangocms_versioning.models import Version
from PIL import Image

from astr_site.blocks.samples import Sample
from astr_site.clinic.models import Clinic
from astr_site.editorial.reviews.recording import recording_address
from astr_site.roles.roles import ROLES
from techniques.models import TechniqueContent
from testimonials.models import Testimonial
from tests.blocks.pages import draft, place
from tests.staff import member, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FOLDER = settings.ROOT / "static" / "staff" / "guides"
SIZE = {"width": 1040, "height": 660}


@pytest.fixture
def staff(live_site):
    """One person for each role, named after it."""
    return {role.slug: member(role.name, role.slug) for role in ROLES}


@pytest.fixture
def seen(live_site, staff):
    """What there is to photograph: a draft of a technique, a page with something to mend, a location, a sample."""
    editor = staff["editor"]
    published = TechniqueContent.objects.get(technique__key="massage", language="en")
    technique = Version.objects.get_for_content(published).copy(editor).content
    page, slot = draft(user=editor)
    place(slot, Sample("BandPlugin", {"heading": "Before you come"}))
    place(slot, Sample("NotePlugin", {"heading": "Wear loose clothes", "text": "<p>You may be asked to move.</p>"}))
    place(slot, Sample("TextPlugin", {"body": "<p>How to find us: <a href='/contact/'>click here</a>.</p>"}))
    location = Clinic.objects.get().locations.create(name="Main location", address="Street and town")
    for day in range(5):
        location.hours.create(day=day, opens="09:00", closes="17:00")
    return {"technique": technique, "page": page, "location": location, "story": Testimonial.objects.first()}


def screens(seen):
    """Return for each picture who is signed in, where it is taken, what is pressed first, and which part of it."""
    version = seen["technique"].versions.get()
    story = seen["story"].pk
    board = get_object_structure_url(seen["page"])
    person = "#result_list a >> text=editor"
    return {
        "staff-home": ("editor", reverse("admin:index"), "", ""),
        "editing": ("editor", get_object_edit_url(seen["technique"]), "", ""),
        "blocks": ("editor", board, "", ""),
        "move": ("editor", board, ".block-move >> nth=1", ""),
        "checklist": ("publisher", checklist(seen["page"]), "", ""),
        "hours": ("editor", reverse("admin:clinic_openingweek_change", args=[seen["location"].pk]), "", ""),
        "schedule": ("publisher", reverse("admin:schedule_version", args=[version.pk]), "", ""),
        "versions": ("publisher", version_list_url(seen["technique"]), "", ""),
        "reviews": ("clinical-reviewer", reverse("admin:editorial_reviews"), "", ""),
        "review": ("clinical-reviewer", recording_address(version), "", ""),
        "story-form": ("marketing", reverse("admin:testimonials_testimonial_add"), "", ""),
        "authorization": ("privacy-officer", reverse("admin:testimonials_authorization_add"), "", ""),
        "withdraw": ("privacy-officer", reverse("admin:testimonials_testimonial_withdraw", args=[story]), "", ""),
        "user": ("administrator", reverse("admin:auth_user_changelist"), person, ".field-groups"),
        "launch": ("administrator", reverse("admin:index"), "", ".desk__launch"),
    }


def checklist(page):
    return reverse("admin:editorial_checklist", args=[page.versions.get().pk])


def save(name, photograph):
    with Image.open(BytesIO(photograph)) as picture:
        picture.convert("RGB").save(FOLDER / f"{name}.webp", quality=72, method=6)


def test_every_picture_of_the_guides_is_taken(browser_page, live_site, staff, seen):
    page = browser_page
    page.set_viewport_size(SIZE)
    FOLDER.mkdir(exist_ok=True)
    for name, (role, address, press, part) in screens(seen).items():
        sign_in(page, live_site, staff[role])
        assert page.goto(address).ok, address
        page.wait_for_load_state("networkidle")
        if press:
            page.locator(press).first.click()
            page.wait_for_load_state("networkidle")
        save(name, page.locator(part).first.screenshot() if part else page.screenshot())
