"""A cache that is away costs speed; when it is back, nothing comes back that is no longer true (issue 10, Chaos)."""

import pytest
from redis.exceptions import ConnectionError as Away

from astr_site import caches


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr(caches, "STATES", {})
    monkeypatch.setattr(caches, "PAUSE", 0)
    return caches.ForgivingFileCache(str(tmp_path / "cache"), {})


@pytest.fixture
def broken(cache, monkeypatch):
    """Return a function that mends the cache."""
    kept = type(cache).really

    def fail(self, name, *args, **kwargs):
        raise Away("refused")

    monkeypatch.setattr(caches.Forgiving, "really", fail)
    return lambda: monkeypatch.setattr(caches.Forgiving, "really", kept)


def test_it_keeps_what_it_is_given(cache):
    cache.set("menu", "old")
    assert cache.get("menu") == "old"
    assert cache.get_or_set("other", "new") == "new"


def test_while_it_is_away_it_keeps_nothing_and_nothing_fails(cache, broken):
    cache.set("menu", "old")
    cache.set_many({"a": 1})
    cache.delete("menu")
    cache.clear()
    assert cache.get("menu") is None
    assert cache.get("menu", "instead") == "instead"
    assert cache.get_many(["a"]) == {}
    assert cache.add("a", 1)
    assert "a" not in cache
    assert cache.get_or_set("menu", lambda: "made anew") == "made anew"
    with pytest.raises(Away):
        cache.prove()


def test_what_was_cleared_meanwhile_does_not_come_back(cache, broken):
    mend = broken
    mend()
    cache.set("menu", "old")
    caches.STATES.clear()
    again = caches.ForgivingFileCache(cache._dir, {})
    again.state.owed = True
    assert again.get("menu") is None
    again.set("menu", "new")
    assert again.get("menu") == "new"


def test_a_mere_read_that_failed_owes_nothing(cache, broken):
    assert cache.get("menu") is None
    assert not cache.state.owed
    cache.clear()
    assert cache.state.owed


def test_a_cache_that_is_away_is_left_alone_for_a_while(cache, monkeypatch):
    asked = []
    monkeypatch.setattr(caches, "PAUSE", 60)
    monkeypatch.setattr(caches.Forgiving, "really", lambda self, name, *a, **k: asked.append(name) or 1 / len([]))
    monkeypatch.setattr(caches, "FAILURES", (ZeroDivisionError,))
    for _time in range(5):
        cache.get("menu")
    assert asked == ["get"]
