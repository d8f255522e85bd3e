import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from .asking import AsgiVisitor, Visitor


@pytest.fixture(params=[Visitor, AsgiVisitor], ids=["wsgi", "asgi"])
def visitor(site, request):
    """A visitor of the whole site, in each way in which servers ask, through a page cache that holds nothing yet."""
    return request.param()


@pytest.fixture(autouse=True)
def open_connection(monkeypatch):
    """Whoever asks in a test leaves the test's connection open, as Django's own test client does."""
    monkeypatch.setattr("astr_site.page_cache.wrapper.close_old_connections", lambda: None)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What happens in here is committed, as far as whoever waits for it can tell."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
