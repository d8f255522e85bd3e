"""Those who watch the site hear how it is; strangers hear no more than whether (issue 10, item 5)."""

import dataclasses
import json

import pytest
from django.core.cache import caches
from django.db import OperationalError
from prometheus_client.parser import text_string_to_metric_families

from astr_site.health import probes
from astr_site.schedule import boundary

TOKEN = "a-token-that-only-the-tests-know"
KNOWN = {"Authorization": f"Bearer {TOKEN}"}
pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture(autouse=True)
def fresh(settings):
    settings.OPERATION = dataclasses.replace(settings.OPERATION, metrics_token=TOKEN)
    probes.kept = (0.0, {})
    yield
    probes.kept = (0.0, {})


@pytest.fixture
def no_database(monkeypatch):
    def away(*args, **kwargs):
        raise OperationalError("could not connect to 10.0.0.7 as clinic")

    monkeypatch.setitem(probes.PROBES, "database", away)


@pytest.fixture(autouse=True)
def kept_connection(monkeypatch):
    """The tests' own transaction must outlive the answer."""
    monkeypatch.setattr("astr_site.health.middleware.connections.close_all", lambda: None)


def test_the_process_answers_without_asking_its_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_host_that_is_not_ours_may_ask_too_because_a_balancer_asks_by_number(client):
    assert client.get("/healthz", headers={"Host": "10.0.0.9"}).status_code == 200


def test_a_stranger_hears_that_the_site_is_ready_and_no_more(client):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (200, b"ready\n")


def test_a_stranger_hears_that_it_is_not_and_not_why(client, no_database):
    answer = client.get("/readyz", headers={"Authorization": "Bearer guessed"})
    assert (answer.status_code, answer.content) == (503, b"not ready\n")


def test_who_has_the_token_hears_which_part_fails(client, no_database):
    answer = client.get("/readyz", headers=KNOWN)
    assert answer.status_code == 503
    told = json.loads(answer.content)
    assert {"database", "migrations", "cache", "storage", "disk"} <= told.keys()
    assert not told["database"]["ok"]
    assert "could not connect" in told["database"]["problem"]
    assert told["cache"]["ok"]


def test_a_full_disk_and_a_missing_migration_are_told(client, monkeypatch):
    monkeypatch.setattr(probes, "ROOM", 2**80)
    probes.current.clear()
    monkeypatch.setattr(probes.MigrationExecutor, "migration_plan", lambda self, targets: ["one"])
    told = json.loads(client.get("/readyz", headers=KNOWN).content)
    assert {name for name, result in told.items() if not result["ok"]} == {"disk", "migrations"}


def test_asking_often_does_not_ask_the_database_often(client, django_assert_max_num_queries):
    client.get("/readyz")
    with django_assert_max_num_queries(0):
        for _time in range(5):
            assert client.get("/readyz").status_code == 200


def test_nothing_can_be_sent_there(client):
    assert client.post("/readyz").status_code == 405


def test_the_counts_are_there_for_who_has_the_token_only(client):
    assert client.get("/metrics").status_code == 404
    before = counted(client)
    client.get("/techniques/manipulation/")
    client.get("/no-such-page-anna@example.org/")
    after = counted(client)
    page = ("GET", "techniques:detail", "200")
    assert after[page] == before.get(page, 0) + 1
    assert after["GET", "none", "404"] == before.get(("GET", "none", "404"), 0) + 1


def counted(client):
    text = client.get("/metrics", headers=KNOWN).content.decode()
    assert "anna" not in text
    families = {family.name: family for family in text_string_to_metric_families(text)}
    assert {sample.labels["probe"]: sample.value for sample in families["astr_probe_up"].samples}["database"] == 1
    return {
        (sample.labels["method"], sample.labels["view"], sample.labels["status"]): sample.value
        for sample in families["astr_requests"].samples
        if sample.name == "astr_requests_total"
    }


def test_the_cache_is_proven_by_what_it_keeps(monkeypatch):
    assert all(result.ok for result in probes.results().values())
    monkeypatch.setattr(caches["default"], "prove", lambda: 1 / 0, raising=False)
    assert not probes.tried(probes.cache).ok
    assert boundary.next_boundary() is None
