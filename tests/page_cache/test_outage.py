"""The database goes away and comes back, under real processes (issue 9, Done when)."""

import re
import time

import pytest
import urllib3

from tests.chaos.ground import Ground
from tests.services import postgres
from tests.testimonials.test_surfaces import TITLE

LASTS = 18


@pytest.fixture
def database():
    with postgres() as server:
        yield server


@pytest.fixture
def site(database, tmp_path):
    """A site on PostgreSQL, with a story on several pages."""
    ground = Ground(tmp_path / "site", DATABASE_URL=database.database("outage")).prepare()
    ground.module("tests.testimonials.stage")
    with ground.served() as server:
        server.ground = ground
        yield server


class Reader:
    def __init__(self, site):
        self.site, self.http = site, urllib3.PoolManager(retries=False, timeout=10)

    def get(self, path):
        answer = self.http.request("GET", self.site.url + path, redirect=False)
        return answer.status, answer.data.decode()

    def all(self, paths):
        return {path: self.get(path) for path in paths}

    def addresses(self):
        """Return every address of the sitemaps, and some that are none of it."""
        index = self.get("/sitemap.xml")[1]
        parts = re.findall(r"<loc>https?://[^/]+([^<]+)", index)
        found = {path for part in parts for path in re.findall(r"<loc>https?://[^/]+([^<]+)", self.get(part)[1])}
        return [*sorted(found), "/testimonials/?area=neck", "/robots.txt", "/feeds/changes.xml"]


def statuses(answers):
    return {path: status for path, (status, _text) in answers.items() if status != 200}


def test_pages_go_on_without_a_database_and_a_story_still_ends_on_time(site, database):
    reader = Reader(site)
    paths = reader.addresses()
    assert len(paths) > 40
    site.ground.module("tests.page_cache.end_soon", str(LASTS))
    ends = time.monotonic() + LASTS
    before = reader.all(paths)
    assert statuses(before) == {}
    told = {path for path, (_status, text) in before.items() if TITLE in text}
    assert {"/testimonials/", "/testimonials/made-up/", "/your-visit/", "/contact/"} <= told

    database.stop()
    assert statuses(reader.all(paths)) == {}
    site.kill_workers()
    time.sleep(2)
    anew = reader.all(paths)
    assert time.monotonic() < ends, "this machine is too busy to tell"
    assert statuses(anew) == {}
    assert {path for path, (_status, text) in anew.items() if TITLE in text} == told

    time.sleep(max(0, ends - time.monotonic()) + 0.5)
    later = reader.all(paths)
    assert not any(TITLE in text for _status, text in later.values())
    assert told <= set(statuses(later))
    assert "/glossary/" not in statuses(later)

    database.start()
    time.sleep(1)
    back = reader.all([path for path in paths if "made-up" not in path and "inventado" not in path])
    assert statuses(back) == {}
    assert not any(TITLE in text for _status, text in back.values())
