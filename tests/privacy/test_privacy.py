"""The site can say what it holds about people, and forgets what its time is over for (issue 10, item 7)."""

import dataclasses
import io
import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.utils import timezone
from djangocms_versioning.constants import ARCHIVED, PUBLISHED, UNPUBLISHED
from djangocms_versioning.models import Version

from astr_site.privacy import forget, holdings
from techniques.models import TechniqueContent
from testimonials.models import Authorization
from tests.testimonials.factories import whole_story

pytestmark = pytest.mark.usefixtures("site")
NOW = timezone.now()
LONG_AGO, LATELY = NOW - timedelta(days=3000), NOW - timedelta(days=30)


def forgotten():
    return dict(forget(NOW))


def report(*words):
    out = io.StringIO()
    call_command("privacy_report", *words, stdout=out)
    return out.getvalue()


def test_the_report_tells_of_every_table_that_holds_stories():
    told = " ".join(holding.where for holding in holdings())
    blocks = {"Story", "StoryWall"}
    models = {model for model in apps.get_app_config("testimonials").get_models() if not model._meta.proxy}
    for model in models:
        name = model.__name__.removeprefix("Historical")
        assert name in blocks or f"testimonials.{name}" in told


def test_the_report_says_how_much_there_is_and_names_nobody(editor):
    story = whole_story().testimonial
    told = json.loads(report("--json"))
    permissions = next(each for each in told if "Authorization" in each["where"] and each["whose"] == "patients")
    assert permissions["rows"] == Authorization.objects.count() + Authorization.history.count() > 0
    assert "6 years" in permissions["kept"]
    assert story.display_name not in report()
    assert editor.username not in report().split()


def test_a_new_table_that_names_staff_is_told_of_by_itself():
    told = report()
    assert "djangocms_versioning.Version" in told
    assert "editorial.Review" in told


@pytest.fixture
def versions(editor):
    """Versions of one text, by state: made long ago, but for the last."""
    content = TechniqueContent.objects.get(technique__key="massage", language="en")
    first = Version.objects.get_for_content(content)
    second = first.copy(editor)
    second.publish(editor)
    third = second.copy(editor)
    third.publish(editor)
    Version.objects.filter(pk__in=[first.pk, second.pk, third.pk]).update(modified=LONG_AGO)
    return first, second, third


def test_old_versions_go_and_what_is_public_or_young_stays(versions):
    first, second, third = versions
    Version.objects.filter(pk=second.pk).update(modified=LATELY)
    assert forgotten()["old versions of texts"] == 1
    left = dict(Version.objects.filter(pk__in=[each.pk for each in versions]).values_list("pk", "state"))
    assert left == {second.pk: UNPUBLISHED, third.pk: PUBLISHED}
    assert not TechniqueContent._base_manager.filter(pk=first.object_id).exists()
    assert TechniqueContent.objects.get(technique__key="massage", language="en").pk == third.object_id


def test_the_last_version_of_a_text_stays_though_it_is_old(versions):
    Version.objects.filter(pk=versions[-1].pk).update(state=ARCHIVED)
    forgotten()
    content = versions[-1].content
    assert Version.objects.filter_by_content_grouping_values(content).count() == 1


def test_zero_months_keeps_for_ever(versions, settings):
    settings.OPERATION = dataclasses.replace(settings.OPERATION, keep_versions_months=0, keep_staff_log_months=0)
    assert set(forgotten().values()) == {0}


def test_old_lines_of_the_staffs_log_go(editor):
    kind = ContentType.objects.get_for_model(editor)
    for _number in range(2):
        LogEntry.objects.create(
            user=editor, content_type=kind, object_id=editor.pk, object_repr="somebody", action_flag=CHANGE
        )
    LogEntry.objects.filter(pk=LogEntry.objects.first().pk).update(action_time=LONG_AGO)
    assert forgotten()["lines of the staff's log"] == 1
    assert LogEntry.objects.count() == 1


def test_what_a_patient_signed_is_never_forgotten_here():
    whole_story()
    Authorization.history.update(history_date=LONG_AGO)
    before = Authorization.objects.count(), Authorization.history.count()
    forgotten()
    assert (Authorization.objects.count(), Authorization.history.count()) == before
