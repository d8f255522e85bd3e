"""Gives every request an id, and the log one line for it: what was asked for, never who asked nor what was typed."""

import logging
import re
import time
import uuid

from . import logs, metrics, queries

logger = logging.getLogger(__name__)
GIVEN = re.compile(r"[A-Za-z0-9-]{8,64}")


class RequestMiddleware:
    """Stands around everything else; a proxy in front may have given the request its id already."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        given = request.headers.get("X-Request-ID", "")
        request.id = given if GIVEN.fullmatch(given) else uuid.uuid4().hex
        tokens = logs.request_id.set(request.id), queries.spent.set(queries.Spent())
        begun = time.perf_counter()
        try:
            response = self.get_response(request)
            response.headers["X-Request-ID"] = request.id
            tell(request, response.status_code, time.perf_counter() - begun, queries.spent.get())
        finally:
            logs.request_id.reset(tokens[0])
            queries.spent.reset(tokens[1])
        return response


def tell(request, status, seconds, cost):
    match = request.resolver_match
    view = view_name(match) if status != 404 else "none"
    metrics.count(request.method, view, str(status), seconds, cost.queries)
    logger.info(
        "%s %s",
        request.method,
        status,
        extra={
            "event": "request",
            "view": view,
            "path": told_path(request, match, status),
            "status": status,
            "ms": round(seconds * 1000, 1),
            "queries": cost.queries,
            "query_ms": round(cost.seconds * 1000, 1),
        },
    )


def view_name(match):
    if match is None:
        return "none"
    if match.app_names and match.app_names[0] == "admin":
        return "admin"
    return match.view_name or "page"


def told_path(request, match, status):
    """Return the path of a page of ours. What was not found may be anything that a person typed."""
    if match is None or status == 404:
        return ""
    secret = match.kwargs.keys() & {"token", "uidb64"}
    return "/" + match.route if secret else request.path
