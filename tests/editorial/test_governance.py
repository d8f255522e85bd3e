"""Staff see which pages need a clinician, and patients see how old a review is."""

import datetime

import pytest
from django.utils import timezone

from astr_site.editorial.models import EditorialRecord, Review
from astr_site.editorial.records import ensure_record
from astr_site.editorial.standing import Standing
from techniques.models import TechniqueContent

from .drafts import content_user, draft_technique

pytestmark = pytest.mark.usefixtures("site")


def record():
    return ensure_record(TechniqueContent.objects.get(technique__key="manipulation", language="en"))


def review(days_left, of=None):
    today = timezone.localdate()
    return Review.objects.create(
        record=of or record(),
        reviewed_on=today - datetime.timedelta(days=300),
        next_due=today + datetime.timedelta(days=days_left),
        reviewer_name="A clinician in a test",
        reviewer_credentials="PT",
    )


def standing():
    found = EditorialRecord.objects.needing_review().filter(pk=record().pk).first()
    return found and Standing(found.standing)


def test_a_page_without_a_review_awaits_one():
    assert standing() == Standing.AWAITING


@pytest.mark.parametrize(("days", "stands"), [(0, Standing.OVERDUE), (1, Standing.DUE), (60, Standing.DUE), (61, None)])
def test_a_review_is_due_sixty_days_ahead_and_overdue_on_its_day(days, stands):
    review(days)
    assert standing() == stands


def test_the_newest_review_counts():
    review(-100)
    newer = review(90)
    Review.objects.filter(pk=newer.pk).update(reviewed_on=timezone.localdate())
    assert standing() is None


def test_a_changed_page_stands_as_changed_once_it_is_published():
    review(90)
    draft = draft_technique()
    assert standing() is None
    draft.publish(content_user())
    assert standing() == Standing.CHANGED


def test_pages_that_say_nothing_about_health_need_no_review():
    titles = {str(each) for each in EditorialRecord.objects.needing_review()}
    assert "Manipulation" in titles
    assert not [title for title in titles if "Privacy" in title or "Sample story" in title]


def test_drafts_are_not_listed():
    review(90)
    draft = ensure_record(draft_technique().content)
    assert draft not in EditorialRecord.objects.needing_review()


def test_a_new_draft_keeps_who_looks_after_the_page(editor):
    EditorialRecord.objects.filter(pk=record().pk).update(owner=editor)
    assert ensure_record(draft_technique().content).owner == editor
    assert list(EditorialRecord.objects.needing_review(owner=editor)) == [record()]


def test_patients_read_that_a_review_is_overdue_and_that_the_text_changed(client):
    review(-1)
    assert "This review is overdue." in client.get("/techniques/manipulation/").content.decode()
    Review.objects.update(text_changed=True)
    page = client.get("/techniques/manipulation/").content.decode()
    assert "This review is overdue." in page
    assert "Changed since this review." in page
