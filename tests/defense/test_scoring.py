"""What Mozilla's Observatory and a CSP evaluator would say of our pages (issue 10, Done when)."""

import pytest

from astr_site.defense.policies import public_policy
from tests.defense import scoring

pytestmark = pytest.mark.usefixtures("site")


@pytest.mark.parametrize("path", ["/", "/es/", "/testimonials/", "/search/?q=neck", "/nowhere/", "/admin/login/"])
def test_every_page_of_a_public_site_gets_the_best_grade(client, settings, path):
    # As in production: behind https, where Django sends its own header, and cookies are Secure.
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_PRELOAD = 31_536_000, True
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.CSRF_COOKIE_SECURE = True
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": public_policy(https=True)}
    answer = client.get(path, secure=True)
    parts = scoring.score(answer, answer.content.decode())
    print(path, scoring.total(parts), scoring.grade(scoring.total(parts)), parts)
    assert min(parts.values()) >= 0
    assert scoring.grade(scoring.total(parts)) == "A+"
    assert scoring.evaluate(answer.headers["Content-Security-Policy"]) == []


@pytest.mark.parametrize(
    "policy",
    [
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'",
        "script-src 'self' https://cdn.jsdelivr.net; object-src 'none'; base-uri 'none'",
        "script-src 'self'; object-src 'none'",
        "script-src 'self'; object-src 'none'; base-uri 'none'; img-src *",
    ],
)
def test_the_evaluator_sees_a_weak_policy(policy):
    assert scoring.evaluate(policy)


def test_a_page_without_defense_fails(client):
    bare = client.get("/")
    for name in list(bare.headers):
        if name != "Content-Type":
            del bare.headers[name]
    assert scoring.grade(scoring.total(scoring.score(bare, ""))) in {"C", "D", "F"}
