"""Two processes serve the site; what ends or is withdrawn is gone from both at once (H2, H3; issue 5)."""

import datetime
import shutil

import pytest

from tests.servers import ask, serving

from .test_surfaces import SURFACES, TITLE

ENDS = datetime.datetime(2040, 1, 1, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)


def shown(site, number, now):
    """Return the surfaces of one server that show the story at the moment `now`."""
    return {name for name, (path, words) in SURFACES.items() if shows(site + path.format(pk=number), words, now)}


def shows(address, words, now):
    response = ask(address, X_Test_Now=now.isoformat())
    body = response.body.decode(errors="replace")
    if response.status == 200:
        return words is None or words in body
    assert response.status in (404, 410), address
    assert TITLE not in body
    return False


@pytest.fixture
def sites(loaded, stage, tmp_path):
    """A story's number and secret, and two servers that share nothing but a folder."""
    folder = shutil.copytree(loaded, tmp_path / "site")
    number, secret = stage(folder)
    with (
        serving(folder, "tests.testimonials.clock", "sync") as one,
        serving(folder, "tests.testimonials.clock", "sync") as other,
    ):
        yield number, secret, [one, other]


def test_a_story_ends_for_both_at_the_second_and_withdrawing_at_one_withdraws_at_the_other(sites):
    number, secret, servers = sites
    for site in servers * 2:  # The second round finds every cache filled.
        assert shown(site, number, ENDS - SECOND) == set(SURFACES)
    for site in servers:
        assert shown(site, number, ENDS + SECOND) == set()
    for site in servers:
        assert shown(site, number, ENDS - SECOND) == set(SURFACES)

    assert ask(f"{servers[0]}/my-story/{secret}/", data=b"").status == 200
    for site in reversed(servers):
        assert shown(site, number, ENDS - SECOND) == set()
