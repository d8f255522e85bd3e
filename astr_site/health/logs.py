"""How log lines look: JSON for programs, text for a person at a terminal; both carry the id of the request."""

import logging
import sys
from contextvars import ContextVar

from pythonjsonlogger.json import JsonFormatter

from .words import scrubbed, scrubbed_all

# The id of the request that is being answered, "" outside of one.
request_id = ContextVar("request_id", default="")


class Lines(JsonFormatter):
    """One JSON object for each line."""

    def process_log_record(self, log_data):
        if current := request_id.get():
            log_data.setdefault("request_id", current)
        # Django hands on the whole request, whose address may be a secret.
        told = {name: value for name, value in log_data.items() if value not in (None, "") and name != "request"}
        return scrubbed_all(told)


class Text(logging.Formatter):
    def format(self, record):
        return scrubbed(super().format(record))


def configuration(wanted, debug):
    """Return the logging settings, for Django and for gunicorn alike."""
    kind = wanted or ("text" if debug or sys.stderr.isatty() else "json")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": "astr_site.health.logs.Lines",
                "fmt": "{levelname}{name}{message}{exc_info}",
                "style": "{",
                "timestamp": True,
                "rename_fields": {"levelname": "level", "name": "logger"},
            },
            "text": {"()": "astr_site.health.logs.Text", "format": "{levelname} {name}: {message}", "style": "{"},
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": kind}},
        "root": {"handlers": ["console"], "level": "INFO" if kind == "json" else "WARNING"},
        "loggers": {
            # What was asked and not found stands in the line of its request.
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            "django.request": {"level": "ERROR"},
            "django.security": {"level": "ERROR"},
            # gunicorn says each start and stop of a worker.
            "gunicorn.error": {"handlers": ["console"], "level": "WARNING", "propagate": False},
            "botocore": {"level": "WARNING"},
        },
    }
