"""When a story may be seen, and that what staff are told agrees with it (H1–H4, F2, F3, F5, A1, A2)."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from astr_site.editorial.gate import Refused
from testimonials.dates import months_before
from testimonials.models import Channel, Testimonial, TestimonialContent
from testimonials.models.authorization import ELEMENTS
from testimonials.models.testimonial import ATTESTATIONS
from testimonials.readiness import unmet

from .factories import DAY, NOW, add_captions, authorize, make_story, publish, whole_story, without, write

pytestmark = pytest.mark.django_db

AT = NOW
SECOND = datetime.timedelta(seconds=1)


def seen(story, at=AT, channel=Channel.SITE):
    return TestimonialContent.objects.visible(at, channel).filter(testimonial=story).exists()


def reasons(content, at=AT):
    fresh = TestimonialContent.admin_manager.get(pk=content.pk)
    return [each.code for each in unmet(fresh, at)]


def test_a_whole_story_is_seen_and_nothing_is_missing():
    content = whole_story()
    assert seen(content.testimonial)
    assert reasons(content) == []


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element.fields[0])
def test_without_any_one_element_of_the_authorization_a_story_is_unseen_and_the_element_is_named(element):
    content = whole_story(authorization=without(element))
    assert not seen(content.testimonial)
    assert element.fields[0] in reasons(content)
    assert any(str(element.words) in each.words for each in unmet(content, AT))


def test_a_representative_without_authority_cannot_be_recorded():
    story = make_story()
    with pytest.raises(IntegrityError), transaction.atomic():
        authorize(story, signed_by="representative")
    authorize(story, signed_by="representative", representative_authority="parent")


def test_payment_without_details_cannot_be_recorded():
    with pytest.raises(IntegrityError), transaction.atomic():
        authorize(make_story(), remuneration="some")


def test_an_authorization_runs_out_at_the_second():
    content = whole_story(authorization={"expires_at": AT})
    assert seen(content.testimonial, AT - SECOND)
    assert reasons(content, AT - SECOND) == []
    assert not seen(content.testimonial, AT)
    assert reasons(content, AT) == ["expires_at"]


def test_an_authorization_that_ends_with_an_event_holds_until_the_event_is_recorded():
    content = whole_story(authorization={"expires_at": None, "expiry_event": "the person leaves the clinic"})
    assert seen(content.testimonial)
    content.testimonial.authorizations.update(expires_at=AT)
    assert not seen(content.testimonial)


def test_an_authorization_holds_from_the_day_of_signing():
    content = whole_story(authorization={"signed_on": AT.date() + DAY})
    assert not seen(content.testimonial)
    assert reasons(content) == ["signed_on"]


def test_a_newer_authorization_takes_the_place_of_one_that_ran_out():
    content = whole_story(authorization={"expires_at": AT})
    authorize(content.testimonial, signed_on=AT.date())
    assert seen(content.testimonial)
    assert reasons(content) == []


def test_a_channel_that_is_not_authorized_does_not_show_the_story():
    content = whole_story(authorization={"to_elsewhere": False})
    assert seen(content.testimonial, channel=Channel.SITE)
    assert not seen(content.testimonial, channel=Channel.ELSEWHERE)


def test_an_authorization_for_social_media_alone_shows_nothing_here():
    content = whole_story(authorization={"to_site": False, "to_elsewhere": False, "to_social": True})
    assert not seen(content.testimonial)
    assert reasons(content) == ["to_site"]


def test_a_withdrawn_authorization_never_comes_back():
    content = whole_story()
    record = content.testimonial.authorizations.get()
    record.withdrawn_at, record.withdrawn_by = AT - SECOND, "staff"
    record.save()
    assert not seen(content.testimonial)
    assert reasons(content) == ["withdrawn"]
    record.withdrawn_at, record.withdrawn_by = None, ""
    record.save()
    assert not seen(content.testimonial)


def test_a_story_nobody_signed_for_is_unseen():
    story = make_story()
    add_captions(story)
    content = write(story)
    assert reasons(content) == ["authorization"]
    with pytest.raises(Refused, match="No authorization"):
        publish(content)


@pytest.mark.parametrize("field", ATTESTATIONS)
def test_each_attestation_of_the_staff_is_needed(field):
    content = whole_story(**{field: False})
    assert not seen(content.testimonial)
    assert reasons(content) == [field]


@pytest.mark.parametrize("field", ["material_connection", "audio_description"])
def test_connection_and_audio_description_are_a_required_choice(field):
    content = whole_story(**{field: ""})
    assert not seen(content.testimonial)
    assert reasons(content) == [field]


def test_another_connection_needs_words():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_story(material_connection="other")


@pytest.mark.parametrize("field", ["transcript", "treated_when", "problem", "visits", "other_treatment"])
def test_a_story_tells_what_it_can_and_cannot_tell(field):
    content = whole_story(words={field: ""})
    assert not seen(content.testimonial)
    assert reasons(content) == [field]


def test_a_statement_about_results_needs_its_source():
    content = whole_story(words={"expected_results": "Most people feel the same."})
    assert not seen(content.testimonial)
    assert reasons(content) == ["expected_source"]


def test_captions_count_only_when_a_person_has_checked_them():
    content = whole_story()
    content.testimonial.captions.update(checked_at=None, checked_by=None)
    assert not seen(content.testimonial)
    assert reasons(content) == ["captions"]


def test_a_story_without_poster_or_video_is_unseen():
    content = whole_story()
    Testimonial.objects.update(poster="", video="")
    assert not seen(content.testimonial)
    assert reasons(content) == ["video", "poster"]


def test_a_story_lapses_when_it_was_not_confirmed_for_24_months(settings):
    content = whole_story(confirmed_on=months_before(AT.date() + DAY, 24))
    assert seen(content.testimonial, AT)
    assert not seen(content.testimonial, AT + DAY)
    assert reasons(content, AT + DAY) == ["confirmed_on"]
    settings.STORY_CONFIRM_MONTHS = 23
    assert not seen(content.testimonial, AT)


def test_a_draft_is_unseen():
    content = whole_story()
    draft = write(content.testimonial, slug="draft")
    shown = TestimonialContent.objects.visible(AT, Channel.SITE).values_list("pk", flat=True)
    assert content.pk in shown
    assert draft.pk not in shown


def test_a_sample_needs_the_word_that_no_patient_is_in_it():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_story(sample=True)
    story = make_story(sample=True, no_patient=True, material_connection="", confirmed_on=None)
    add_captions(story, checked=False)
    publish(write(story))
    assert seen(story, timezone.now())


def test_a_story_that_somebody_signed_for_cannot_be_made_a_sample(site):
    story = whole_story().testimonial
    story.sample = story.no_patient = True
    with pytest.raises(Exception, match="no sample"):
        story.clean()


def test_the_judge_is_one_query(django_assert_num_queries):
    whole_story()
    with django_assert_num_queries(1):
        assert len(TestimonialContent.objects.visible(AT, Channel.SITE).filter(slug="made-up")) == 1
