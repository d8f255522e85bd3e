"""What those who make a page say about it, for those who keep it."""

import functools
from contextlib import contextmanager
from contextvars import ContextVar

from django.views.decorators.cache import cache_control

READS, ASKED_PLAINLY, FOR_ONE_READER = "astr.page_reads", "astr.asked_plainly", "astr.for_one_reader"
STORIES = "stories"

_shown = ContextVar("shown", default=None)


def reads_query(*names):
    """Declare the parameters that a view reads from the query; a page without this reads none."""

    def decorate(view):
        @functools.wraps(view)
        def reading(request, *args, **kwargs):
            request.META[READS] = names
            return view(request, *args, **kwargs)

        return reading

    return decorate


def for_one_reader(view):
    """Let nobody keep what a view answers."""

    @functools.wraps(view)
    def answering(request, *args, **kwargs):
        request.META[FOR_ONE_READER] = True
        return cache_control(private=True, no_store=True)(view)(request, *args, **kwargs)

    return answering


def shows(kind):
    """Tell that the page in the making asks for things of a kind that has an end (moments.ends)."""
    if (kinds := _shown.get()) is not None:
        kinds.add(kind)


@contextmanager
def noted():
    """Yield the set of kinds that are asked for in here."""
    kinds = set()
    token = _shown.set(kinds)
    try:
        yield kinds
    finally:
        _shown.reset(token)
