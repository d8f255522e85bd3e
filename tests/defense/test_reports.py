"""What browsers refused reaches us, and nobody can fill or read our tables by it."""

import json

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from astr_site.defense import reports
from astr_site.defense.models import Violation

OLD = {"csp-report": {"violated-directive": "script-src 'self'", "blocked-uri": "inline", "document-uri": "/astr/"}}
NEW = [
    {
        "type": "csp-violation",
        "url": "https://example.org/astr/",
        "body": {
            "effectiveDirective": "img-src",
            "blockedURL": "https://tracker.example/p.gif?who=1",
            "documentURL": "https://example.org/techniques/massage/",
        },
    },
    {"type": "deprecation", "body": {}},
]


def send(client, told, **headers):
    text = told if isinstance(told, str | bytes) else json.dumps(told)
    return client.post("/csp-reports/", text, content_type="application/csp-report", **headers).status_code


@pytest.fixture(autouse=True)
def _site(site):
    pass


def test_both_ways_of_reporting_are_counted_once_for_each_kind(client):
    assert [send(client, OLD), send(client, OLD), send(client, NEW)] == [204, 204, 204]
    assert {(each.directive, each.blocked, each.times) for each in Violation.objects.all()} == {
        ("script-src", "inline", 2),
        ("img-src", "https://tracker.example", 1),
    }


def test_the_secret_in_a_patients_address_is_never_kept(client):
    told = {"csp-report": OLD["csp-report"] | {"document-uri": "https://example.org/my-story/SeCrEt/"}}
    assert send(client, told) == 204
    assert Violation.objects.get().page == "my-story/<str:token>/"


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("", 400),
        ("{", 400),
        (b"\xff\xfe\x00", 400),
        ("[" * 9000, 400),
        ("null", 204),
        ([1, None, {"type": "csp-violation", "body": "x"}], 204),
        ({"csp-report": {"violated-directive": "<script>", "blocked-uri": "inline"}}, 204),
        ({"csp-report": {"violated-directive": ["img-src"], "blocked-uri": {"a": 1}, "document-uri": 7}}, 204),
        ("x" * 20_000, 413),
    ],
)
def test_nonsense_is_neither_kept_nor_a_fault(client, told, status):
    assert send(client, told) == status
    assert not Violation.objects.exists()


def test_words_of_a_stranger_do_not_reach_the_table(client):
    rude = {"csp-report": OLD["csp-report"] | {"blocked-uri": "<b>rude words</b>", "document-uri": "<b>"}}
    send(client, rude | {"csp-report": rude["csp-report"]})
    assert [(each.blocked, each.page) for each in Violation.objects.all()] == [("?", "?")]


def test_one_address_is_heard_thirty_times_a_minute_and_others_still_are(client):
    with time_machine.travel(timezone.now(), tick=False):  # No new minute begins meanwhile.
        answers = [send(client, OLD) for _time in range(31)]
        assert answers == [204] * 30 + [429]
        assert send(client, OLD, REMOTE_ADDR="10.0.0.9") == 204


def test_the_table_stops_growing(client, monkeypatch):
    monkeypatch.setattr(reports, "MOST_KINDS", 2)
    for number in range(4):
        send(client, {"csp-report": OLD["csp-report"] | {"blocked-uri": f"https://host{number}.example/"}})
    assert Violation.objects.count() == 2
    send(client, {"csp-report": OLD["csp-report"] | {"blocked-uri": "https://host0.example/"}})
    assert Violation.objects.get(blocked="https://host0.example").times == 2


def test_only_administrators_read_them_and_nobody_writes_them(client, editor):
    Violation.objects.create(directive="img-src", blocked="data:", page="/")
    client.force_login(editor)
    listed = client.get(reverse("admin:defense_violation_changelist")).content.decode()
    assert "img-src" in listed
    assert client.get(reverse("admin:defense_violation_add")).status_code == 403


def test_reading_the_address_is_refused(client):
    assert client.get("/csp-reports/").status_code == 405
