"""Errors go to a service that speaks Sentry's protocol, for those who set SENTRY_DSN; without anything of a person."""

import sentry_sdk
from django.conf import settings
from sentry_sdk.integrations.excepthook import ExcepthookIntegration
from sentry_sdk.integrations.logging import LoggingIntegration

from . import logs
from .words import scrubbed_all

KEPT = ("event_id", "timestamp", "level", "logger", "platform", "logentry", "exception", "release", "environment")


def report():
    if not settings.OPERATION.sentry_dsn:
        return
    sentry_sdk.init(
        settings.OPERATION.sentry_dsn,
        # What Django logs as an error is enough. Its own integration would read requests and look into everything.
        default_integrations=False,
        integrations=[LoggingIntegration(level=None), ExcepthookIntegration()],
        # The values of variables are the very words of patients and staff.
        include_local_variables=False,
        max_breadcrumbs=0,
        auto_session_tracking=False,
        before_send=bare,
    )


def bare(event, hint):
    """Keep what failed and where in the code; drop who asked, for what, and on which machine."""
    told = scrubbed_all({name: event[name] for name in KEPT if name in event})
    return told | {"tags": {"request_id": logs.request_id.get()}}
