"""Deep calls cost the same wherever they stand (astr_site/room.py)."""

from resource import RUSAGE_SELF, getrusage
from threading import Thread

from astr_site.room import with_room

DEPTH, TIMES = 500, 100


def call():
    return 1, 2, 3, [4], (5,)


def dig(depth):
    """Call something at each depth as often as a loop in a template does."""
    for _time in range(TIMES):
        call()
    if depth:
        dig(depth - 1)


def fetched(way):
    """Return how many pieces of memory were fetched on the way, in a thread that begins at the surface as a page's."""
    found = []

    def measure():
        way({}, None)
        before = getrusage(RUSAGE_SELF).ru_minflt
        way({}, None)
        found.append(getrusage(RUSAGE_SELF).ru_minflt - before)

    thread = Thread(target=measure)
    thread.start()
    thread.join()
    return found[0]


def test_calls_within_a_page_fetch_no_memory_again_and_again():
    assert fetched(with_room(lambda environ, start_response: dig(DEPTH))) < TIMES
