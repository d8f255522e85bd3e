"""Stories for tests. Everything in them is made up and lives for one test only."""

import datetime

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.utils import timezone
from djangocms_versioning.models import Version

from testimonials.models import Authorization, CaptionTrack, Testimonial, TestimonialContent
from tests.testimonials.media import POSTER, VIDEO

NOW = timezone.now().replace(microsecond=0)
DAY = datetime.timedelta(days=1)
SIGNED = (NOW - 100 * DAY).date()
EXPIRES = NOW + 200 * DAY
VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\nThese words were made up for a test.\n"
WORDS = {
    "title": "A made-up story",
    "slug": "made-up",
    "summary": "Written for a test.",
    "transcript": "0:00 These words were made up for a test.",
    "treated_when": "spring 2026",
    "problem": "a made-up problem",
    "visits": "6 visits in 2 months",
    "other_treatment": "exercises at home",
}
FORM = {
    "information": "the video, the voice and the display name",
    "discloser": "The clinic",
    "to_site": True,
    "to_elsewhere": True,
    "purposes": "to tell others about care",
    "expires_at": EXPIRES,
    "signed_on": SIGNED,
    "signed_by": "patient",
    "states_revocation": True,
    "states_no_condition": True,
    "states_redisclosure": True,
    "remuneration": "none",
    "copy_given_on": SIGNED,
    "form_reference": "cabinet 4, folder 12",
}

EMPTY = dict.fromkeys(("expires_at", "signed_on", "copy_given_on"))
EMPTY |= dict.fromkeys(("to_site", "to_elsewhere", "to_social"), False)
EMPTY |= dict.fromkeys(("states_revocation", "states_no_condition", "states_redisclosure"), False)


def without(element):
    """Return the values of an authorization in which one element is missing."""
    return {field: EMPTY.get(field, "") for field in element.fields}


def staff():
    return get_user_model().objects.get_or_create(username="content")[0]


def publish(content):
    Version.objects.get_for_content(content).publish(staff())


def make_story(number="", **changes):
    """Return a story about which everything is in order, but without authorization and captions."""
    facts = {
        "display_name": f"Made Up {number}",
        "poster_alt": "An empty chair",
        "duration": 2,
        "recorded_on": SIGNED,
        "spoken_language": "en",
        "body_area": "neck",
        "audio_description": "all_said",
        "material_connection": "none",
        "attests_real": True,
        "attests_own_experience": True,
        "attests_no_ai": True,
        "attests_no_distortion": True,
        "confirmed_on": SIGNED,
    }
    story = Testimonial(**facts | changes)
    if not story.video and not story.video_url:
        story.video.save("film.mp4", ContentFile(VIDEO), save=False)
    story.poster.save("poster.jpg", ContentFile(POSTER), save=False)
    story.save()
    return story


def add_captions(story, checked=True, language="en"):
    track = CaptionTrack(testimonial=story, language=language)
    if checked:
        track.check_by(staff())
    track.file.save("captions.vtt", ContentFile(VTT.encode()))
    return track


def authorize(story, **changes):
    return Authorization.objects.create(testimonial=story, **FORM | changes)


def write(story, language="en", **changes):
    """Return the story's words as a draft."""
    return TestimonialContent.objects.with_user(staff()).create(testimonial=story, language=language, **WORDS | changes)


def whole_story(number="", authorization=(), words=(), **changes):
    """Return a published story that everybody may see, but for what is changed after its publication."""
    story = make_story(number)
    add_captions(story)
    authorize(story)
    content = write(story, slug=f"made-up{number}")
    publish(content)
    change(Testimonial.objects.filter(pk=story.pk), changes)
    change(story.authorizations, dict(authorization))
    change(TestimonialContent.objects.filter(pk=content.pk), dict(words))
    return TestimonialContent.objects.get(pk=content.pk)


def change(rows, values):
    """Change rows past the form and the gate, as time and other people do."""
    if values:
        rows.update(**values)
