"""The headers that defend readers stand on every answer (issue 10, Browser-side defence)."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from django.conf import settings
from django.test import Client

from astr_site.defense.policies import public_policy
from tests.staff import member

pytestmark = pytest.mark.usefixtures("site")


def policy(answer):
    """Return the policy of an answer as a dictionary of its directives."""
    parts = (part.split() for part in answer.headers["Content-Security-Policy"].split("; "))
    return {name: values for name, *values in parts}


@pytest.mark.parametrize("path", ["/", "/es/", "/techniques/massage/", "/nowhere/", "/robots.txt", "/admin/login/"])
def test_a_stranger_gets_the_strict_policy_and_its_companions(client, path):
    answer = client.get(path)
    rules = policy(answer)
    assert rules["default-src"] == ["'none'"]
    assert rules["script-src"] == rules["style-src"] == rules["form-action"] == ["'self'"]
    assert rules["frame-ancestors"] == rules["base-uri"] == rules["object-src"] == ["'none'"]
    assert rules["report-uri"] == ["/csp-reports/"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]


def test_a_picture_carries_no_policy_and_a_drawing_a_short_one(client, settings):
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    picture = client.get("/cards/page/1/en.png")
    assert picture.headers["Content-Type"] == "image/png"
    assert "Content-Security-Policy" not in picture.headers
    assert picture.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    drawing = policy(Client().get("/static/img/mark.svg"))
    assert drawing["default-src"] == ["'none'"]
    assert "sandbox" in drawing


def test_every_reader_gets_the_very_same_policy_so_that_pages_can_be_shared():
    first, second = (Client().get("/").headers for _reader in range(2))
    assert first["Content-Security-Policy"] == second["Content-Security-Policy"]
    assert "nonce-" not in first["Content-Security-Policy"]


def test_staff_get_what_the_editor_needs_and_scripts_from_here_alone(client):
    client.force_login(member("Editor"))
    for path in ("/", "/admin/"):
        answer = client.get(path)
        rules = policy(answer)
        assert rules["script-src"] == ["'self'"]
        assert "'unsafe-inline'" in rules["style-src"]
        assert rules["frame-ancestors"] == ["'self'"]
        assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_in_the_picture_library_its_own_scripts_run_and_no_other(client):
    client.force_login(member("Editor"))
    rules = policy(client.get("/admin/filer/folder/", follow=True))
    assert len(rules["script-src"]) > 1
    assert all(source == "'self'" or source.startswith("'sha256-") for source in rules["script-src"])
    assert "'unsafe-inline'" not in rules["script-src-attr"]


def test_a_made_up_session_cookie_wins_nobody_the_policy_of_staff(client):
    client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    assert "unsafe" not in client.get("/").headers["Content-Security-Policy"]


def test_the_page_for_when_nothing_works_allows_its_own_style_and_no_other(client, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("astr_site.defense.reports.resolve", fail)
    client.raise_request_exception = False
    told = {"csp-report": {"violated-directive": "script-src", "document-uri": "/"}}
    answer = client.post("/csp-reports/", told, content_type="application/json")
    assert answer.status_code == 500
    [style] = re.findall(r"<style>(.*?)</style>", answer.content.decode(), re.DOTALL)
    hashed = b64encode(sha256(style.encode()).digest()).decode()
    assert policy(answer)["style-src"] == [f"'sha256-{hashed}'"]


def test_a_bucket_that_hands_out_stories_may_be_asked_for_films_and_posters_only():
    rules = public_policy(True, ["https://bucket.example"])
    allowed = {
        name for name, values in rules.items() if isinstance(values, list) and "https://bucket.example" in values
    }
    assert allowed == {"img-src", "media-src"}


def test_https_asks_browsers_to_leave_plain_http_behind():
    assert public_policy(True)["upgrade-insecure-requests"] is True
    assert public_policy(False)["upgrade-insecure-requests"] is False
