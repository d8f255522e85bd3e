"""What every page shows of the whole site, such as its menu: made once in each process, until anything public changes.

The mark of what is public (astr_site/page_cache/generation.py) is asked each time, for microseconds.
"""

from functools import wraps

from django.db import connection

from astr_site.page_cache.generation import generation, in_use


def kept(make):
    """Keep what a function makes of public facts and of arguments of which there are few, such as a language."""
    held = {}

    @wraps(make)
    def answer(*args):
        mark = in_use.get() or generation().read()
        # Within a transaction one's own changes are seen, and nobody else sees them.
        if mark is None or connection.in_atomic_block:
            return make(*args)
        made_under, found = held.get(args, (None, None))
        if made_under != mark.current:
            found = make(*args)
            held[args] = mark.current, found
        return found

    return answer
