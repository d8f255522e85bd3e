"""Pages of every kind, made ready for a test, each with the kinds of data that it must hold."""

import datetime

from cms.api import add_plugin
from cms.models import PageContent, Placeholder
from django.utils import timezone
from djangocms_versioning.models import Version

from astr_site.clinic.models import Clinic
from astr_site.editorial.models import Review
from astr_site.editorial.records import ensure_record
from techniques.models import TechniqueContent
from tests.testimonials.factories import publish, staff, whole_story, write

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


def review(content, **changes):
    """Record a clinician's review, made up for one test."""
    values = {"reviewed_on": TODAY - 9 * DAY, "next_due": TODAY + 99 * DAY, "reviewer_name": "Made Up Reviewer"}
    values |= {"reviewer_credentials": "PT, DPT"} | changes
    return Review.objects.create(record=ensure_record(content), **values)


def technique(language="en"):
    return TechniqueContent.objects.get(technique__key="manipulation", language=language)


def page_content(key, language="en"):
    return PageContent.objects.get(page__reverse_id=key, language=language)


def reviewed_technique():
    content = technique()
    review(content)
    return content.get_absolute_url()


def reviewed_page():
    content = page_content("compare")
    review(content)
    return content.get_absolute_url()


def story_in_spanish():
    content = whole_story()
    spanish = write(content.testimonial, language="es", title="Una historia inventada", slug="inventado")
    publish(spanish)
    return spanish.get_absolute_url()


def story_on_youtube():
    address = "https://www.youtube.com/watch?v=abcdefghijk"
    return whole_story(video="", video_url=address).get_absolute_url()


def open_clinic():
    """Open two locations, with a holiday and a day of other hours on days other than today."""
    clinic = Clinic.objects.get()
    clinic.name, clinic.phone = "A clinic in a test", "(555) 010-0100"
    clinic.social_links = "Somewhere https://example.org/clinic"
    clinic.save()
    first = clinic.locations.create(name="Main Street", address="1 Main Street\nA Town, ST 00000")
    clinic.locations.create(name="Elm Street", address="2 Elm Street", phone="(555) 010-0101")
    for day in (0, 1, 5):
        first.hours.create(day=day, opens="08:30", closes="12:00")
        first.hours.create(day=day, opens="13:00", closes="17:30")
    clinic.special_days.create(first_day=TODAY + 8 * DAY, last_day=TODAY + 9 * DAY, reason={"en": "A holiday"})
    other = first.special_days.create(first_day=TODAY + 12 * DAY, last_day=TODAY + 12 * DAY, reason={"en": "A fair"})
    other.hours.create(opens="10:00", closes="14:00")


def contact():
    open_clinic()
    return "/contact/"


def contact_in_spanish():
    open_clinic()
    return page_content("contact", "es").get_absolute_url()


def home_of_a_clinic():
    open_clinic()
    return "/"


def answers_in_two_blocks():
    content = page_content("contact")
    draft = Version.objects.get_for_content(content).copy(staff())
    slot = Placeholder.objects.get_for_obj(draft.content).get(slot="content")
    answer = "<p>Beside <b>the</b> door.</p><ul><li>Or <i>not</i> &amp; so.</li></ul>"
    for headings in (["Where do I\u2028park?"], ["Is there a lift?", "Parking & lifts"]):
        block = add_plugin(slot, "AccordionPlugin", "en")
        for heading in headings:
            add_plugin(slot, "ItemPlugin", "en", target=block, heading=heading, text=answer)
    draft.publish(staff())
    return "/contact/"


# Each case makes its page ready, and returns its address and the kinds of data that it must hold.
CASES = {
    "a technique that awaits its review": (lambda: "/techniques/massage/", {"MedicalWebPage", "BreadcrumbList"}),
    "a reviewed technique": (reviewed_technique, {"MedicalWebPage", "BreadcrumbList"}),
    "a technique in Spanish": (lambda: technique("es").get_absolute_url(), {"MedicalWebPage", "BreadcrumbList"}),
    "a profession": (lambda: "/providers/chiropractors/", {"MedicalWebPage", "BreadcrumbList"}),
    "a reviewed page": (reviewed_page, {"MedicalWebPage", "BreadcrumbList"}),
    "the page of ASTR": (lambda: "/astr/", {"MedicalWebPage", "BreadcrumbList", "FAQPage"}),
    "a story": (lambda: whole_story().get_absolute_url(), {"VideoObject", "BreadcrumbList"}),
    "a story in Spanish": (story_in_spanish, {"VideoObject", "BreadcrumbList"}),
    "a story on YouTube": (story_on_youtube, {"VideoObject", "BreadcrumbList"}),
    "the locations": (contact, {"MedicalClinic", "WebPage", "BreadcrumbList"}),
    "the locations in Spanish": (contact_in_spanish, {"MedicalClinic", "WebPage", "BreadcrumbList"}),
    "questions in two blocks": (answers_in_two_blocks, {"FAQPage", "WebPage", "BreadcrumbList"}),
    "the home page": (home_of_a_clinic, {"WebSite"}),
}
