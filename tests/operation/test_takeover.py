"""How a master of gunicorn is followed by the next; under load it is a case of `make chaos` (issue 10, item 6)."""

import logging
import sys

from astr_site import takeover

LOG = logging.getLogger("tests.takeover")


def test_the_next_master_is_started_by_what_started_this_one(monkeypatch):
    monkeypatch.setenv("STARTED_BY", "/srv/astr/current/.readme/operation/start")
    assert takeover.beginning()["args"] == ["/srv/astr/current/.readme/operation/start"]
    monkeypatch.delenv("STARTED_BY")
    monkeypatch.setattr(sys, "argv", ["gunicorn/__main__.py", "-c", "python:astr_site.gunicorn", "astr_site.asgi"])
    again = takeover.beginning()
    assert again[0] == sys.executable
    assert again["args"][1:] == ["-m", "gunicorn", "-c", "python:astr_site.gunicorn", "astr_site.asgi"]


def test_a_worker_asks_itself_as_readers_will(monkeypatch):
    asked = []

    def application(request, start):
        asked.append((request["PATH_INFO"], request["HTTP_HOST"], request["HTTP_X_FORWARDED_PROTO"]))
        return []

    takeover.warm(application, "https://clinic.example", LOG)
    assert asked == [(path, "clinic.example", "https") for path in takeover.WARMED]


def test_a_worker_that_cannot_be_warmed_starts_all_the_same(caplog):
    def application(request, start):
        raise ConnectionError

    takeover.warm(application, "https://clinic.example", LOG)
    assert "could not be warmed" in caplog.text


def test_an_old_master_that_has_gone_already_is_no_problem(monkeypatch):
    def gone(pid, signal):
        raise ProcessLookupError

    monkeypatch.setattr("os.kill", gone)
    takeover.send_home(1, 2, LOG)
