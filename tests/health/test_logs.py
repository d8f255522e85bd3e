"""Log lines are for programs, belong to a request, and say nothing about a person (issue 10, item 5)."""

import dataclasses
import io
import json
import logging

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.db.backends.signals import connection_created
from djangocms_versioning.models import Version

from astr_site.health import logs, queries
from astr_site.health.words import scrubbed
from techniques.models import TechniqueContent
from testimonials.models import PrivateLink
from tests.testimonials.factories import staff, whole_story

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def lines():
    """Return a function that gives the lines written so far, as programs read them."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    told = logs.configuration("json", debug=False)["formatters"]["json"]
    made = {name: value for name, value in told.items() if name != "()"}
    handler.setFormatter(logs.Lines(**made))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.removeHandler(handler)
    root.setLevel(level)


def test_a_request_has_one_line_with_its_id_and_nothing_of_who_asked(client, lines):
    answer = client.get(
        "/techniques/manipulation/?q=my+neck+hurts",
        headers={"User-Agent": "A browser", "X-Request-ID": "from-the-proxy-1"},
        REMOTE_ADDR="203.0.113.9",
    )
    (line,) = [line for line in lines() if line.get("event") == "request"]
    assert answer.headers["X-Request-ID"] == line["request_id"] == "from-the-proxy-1"
    assert (line["view"], line["path"], line["status"]) == ("techniques:detail", "/techniques/manipulation/", 200)
    assert line["level"] == "INFO"
    assert line["queries"] >= 1
    assert line["ms"] > 0
    told = json.dumps(lines())
    assert not any(word in told for word in ("203.0.113.9", "A browser", "neck", "hurts"))


@pytest.mark.parametrize("given", ["short", "with spaces in it", "x" * 65, "line\nbreak-and-more"])
def test_an_id_that_could_be_anything_is_not_taken_over(client, given):
    assert client.get("/robots.txt", headers={"X-Request-ID": given}).headers["X-Request-ID"] != given


def test_what_was_not_found_may_be_anything_and_is_not_written(client, lines):
    client.get("/anna.smith@example.org/knee/")
    (line,) = [line for line in lines() if line.get("event") == "request"]
    assert line["status"] == 404
    assert "path" not in line
    assert "anna" not in json.dumps(lines())


def test_a_patients_private_address_is_in_no_line_and_in_no_error(client, lines, monkeypatch):
    story = whole_story().testimonial
    token = PrivateLink.objects.issue(story, staff())[1]
    client.get(f"/my-story/{token}/")
    monkeypatch.setattr("testimonials.private.appearances", lambda story: 1 / 0)
    client.raise_request_exception = False
    assert client.get(f"/my-story/{token}/").status_code == 500
    told = lines()
    assert token not in json.dumps(told)
    assert any("ZeroDivisionError" in line.get("exc_info", "") for line in told)
    assert {line["path"] for line in told if line.get("event") == "request"} == {"/my-story/…"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("GET /search/?q=my+back&page=2 failed", "GET /search/?… failed"),
        ("Was it good? Yes", "Was it good? Yes"),
        ("sent to anna.smith@mail.example.org.", "sent to …@…."),
        ("Key\nDETAIL:  Key (name)=(Anna) already exists.\nend", "Key\nDETAIL: …\nend"),
        ("/admin/password/MQ/abc-def/ opened", "/admin/password/… opened"),
    ],
)
def test_what_a_person_typed_is_struck_out_of_any_line(text, told):
    assert scrubbed(text) == told


def test_a_slow_question_is_told_without_its_values(settings, lines):
    settings.OPERATION = dataclasses.replace(settings.OPERATION, slow_query_ms=0)
    connection_created.send(type(connection), connection=connection)
    get_user_model().objects.filter(username="anna").exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 'anna''s knee'")
    slow = [line for line in lines() if line.get("event") == "slow_query"]
    assert len(slow) == 2
    assert "anna" not in json.dumps(slow)
    assert "auth_user" in slow[0]["sql"]
    assert connection.execute_wrappers.count(queries.timed) == 1


def test_what_staff_publish_and_take_down_is_told_once_it_is_certain(
    client, editor, lines, django_capture_on_commit_callbacks
):
    content = TechniqueContent.objects.get(technique__key="massage", language="en")
    draft = Version.objects.get_for_content(content).copy(editor)
    with django_capture_on_commit_callbacks(execute=True):
        draft.publish(editor)
    with django_capture_on_commit_callbacks(execute=True):
        draft.unpublish(editor)
    told = [line for line in lines() if line.get("event") == "published"]
    assert [line["action"] for line in told] == ["published", "taken down"]
    assert {line["version"] for line in told} == {draft.pk}
    assert {line["language"] for line in told} == {"en"}


def test_a_withdrawal_is_told_once_and_listed_for_a_later_restore(
    client, lines, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.DATA_DIR = tmp_path
    story = whole_story().testimonial
    token = PrivateLink.objects.issue(story, staff())[1]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/my-story/{token}/")
    record = story.authorizations.get()
    record.save()
    told = [line for line in lines() if line.get("action") == "withdrawn"]
    assert [(line["record"], line["by"]) for line in told] == [(record.pk, "person")]
    (listed,) = (tmp_path / "withdrawn.jsonl").read_text().splitlines()
    assert json.loads(listed)["authorization"] == record.pk
    assert story.display_name not in listed
