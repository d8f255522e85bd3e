import sys

import pytest

from tests.commands import run
from tests.servers import loaded_folder


@pytest.fixture(scope="session")
def loaded(tmp_path_factory, snapshot):
    return loaded_folder(tmp_path_factory.mktemp("loaded"), snapshot)


@pytest.fixture(scope="session")
def stage():
    """Put a story on every surface of the site in a folder; returns its number and the secret of the person in it."""

    def put(folder, **values):
        words = [sys.executable, "-m", "tests.testimonials.stage"]
        staged = run(words, folder, DJANGO_SETTINGS_MODULE="astr_site.settings", **values)
        assert staged.returncode == 0, staged.stderr
        return staged.stdout.split()

    return put
