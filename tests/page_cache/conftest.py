import pytest

from .asking import AsgiVisitor, Visitor


@pytest.fixture(params=[Visitor, AsgiVisitor], ids=["wsgi", "asgi"])
def visitor(site, request):
    """A visitor of the whole site, in each way in which servers ask, through a page cache that holds nothing yet."""
    return request.param()


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What happens in here is committed, as far as whoever waits for it can tell."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
