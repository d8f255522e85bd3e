import pytest

from .asking import Visitor


@pytest.fixture
def visitor(site):
    """A visitor of the whole site, through a page cache that holds nothing yet."""
    return Visitor()


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What happens in here is committed, as far as whoever waits for it can tell."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
