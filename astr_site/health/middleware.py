"""Answers /healthz, /readyz and /metrics before anything else runs, so that nothing else has to be well for it."""

import json
import secrets
from dataclasses import asdict

from django.conf import settings
from django.db import connections
from django.http import HttpResponse

from . import metrics, probes


class HealthMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        answer = ANSWERS.get(request.path_info)
        if answer is None:
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            response = HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        else:
            response = answer(request)
        response.headers["Cache-Control"] = "no-store"
        return response


def healthz(request):
    """The process answers; no more is asked, because a process that only lacks its database must not be killed."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request):
    """All parts answer. Strangers hear whether, and only who has the token hears which."""
    found = probes.results()
    connections.close_all()
    ready = all(result.ok for result in found.values())
    status = 200 if ready else 503
    if not known(request):
        return HttpResponse("ready\n" if ready else "not ready\n", content_type="text/plain", status=status)
    told = {name: asdict(result) for name, result in found.items()}
    return HttpResponse(json.dumps(told, indent=1) + "\n", content_type="application/json", status=status)


def numbers(request):
    if not known(request):
        return HttpResponse(status=404)
    text = metrics.text()
    connections.close_all()
    return HttpResponse(text, content_type="text/plain; version=0.0.4; charset=utf-8")


def known(request):
    """Say whether the asker has the token of METRICS_TOKEN; without one set, nobody has."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    token = settings.OPERATION.metrics_token
    return bool(token) and secrets.compare_digest(given.encode(), token.encode())


ANSWERS = {"/healthz": healthz, "/readyz": readyz, "/metrics": numbers}
