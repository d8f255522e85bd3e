"""The gate itself: no version is published past it, whichever way the publication is asked for."""

import contextlib
from contextvars import ContextVar
from dataclasses import replace

from django.db import transaction
from djangocms_versioning.constants import OPERATION_PUBLISH

from .advice import keep_reason, unanswered
from .findings import Refused, Tier
from .manuscript import Manuscript
from .registry import checks_for
from .surroundings import Surroundings

_waiting = ContextVar("versions that are published together", default=None)


def findings(version, surroundings=None):
    """Return what all checks have to say about a version, what blocks first."""
    manuscript = Manuscript(version, surroundings)
    found = [
        replace(finding, rule=check.__name__)
        for check in checks_for(type(version.content))
        for finding in check(manuscript)
    ]
    return sorted(found, key=lambda finding: finding.tier is not Tier.BLOCKS)


def refuse_unready(version, surroundings=None):
    """Return what is found about a version that may be published.

    Raises Refused while a finding blocks it.
    """
    found = findings(version, surroundings)
    if blocking := [finding for finding in found if finding.tier is Tier.BLOCKS]:
        raise Refused(version, blocking)
    return found


def guard(sender, operation, obj, **kwargs):
    """Judge every version before djangocms-versioning publishes it."""
    if operation != OPERATION_PUBLISH:
        return
    waiting = _waiting.get()
    if waiting is None:
        refuse_unready(obj)
    else:
        waiting.append(obj)


@contextlib.contextmanager
def together(user=None, reason=""):
    """Publish versions that link to each other: all are judged once all are public, and all fall with one.

    With `reason`, `user` publishes them past the gate's advice. Raises Refused, after taking everything back.
    """
    versions = []
    token = _waiting.set(versions)
    try:
        with transaction.atomic():
            yield
            _waiting.reset(token)
            token = None
            surroundings = Surroundings()
            for version in versions:
                found = refuse_unready(version, surroundings)
                if reason and (advice := unanswered(version, found)):
                    keep_reason(version, user, reason, advice)
    finally:
        if token is not None:
            _waiting.reset(token)
