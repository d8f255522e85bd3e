"""`make scale-test` tells an old answer from a new one."""

from .watching import stale


def at_least(seen, value):
    return seen >= value


def test_only_what_was_asked_for_after_a_publication_returned_can_be_stale():
    told = [(10.0, 0), (20.0, 1)]
    seen = [(9.9, "/a", -1), (10.1, "/a", 0), (19.9, "/a", 0), (20.5, "/a", 1), (20.1, "/b", 2)]
    assert stale(seen, told, at_least) == []


def test_an_older_answer_after_it_is_found_with_its_age():
    told = [(10.0, 0), (20.0, 1)]
    assert stale([(10.5, "/a", -1), (23.0, "/b", 0)], told, at_least) == [(0.5, "/a", -1), (3.0, "/b", 0)]
