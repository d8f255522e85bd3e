"""What every page shows of the whole site, such as its menu: made once in each process, until anything public changes.

The mark of what is public (astr_site/page_cache/generation.py) is asked each time, for microseconds. A page rests on
the answers of the database behind what it uses of these (evidence.py). So each page is handed copies: what one notes on
a record, or looks up through it, is nothing that the next page could rest on.
"""

from copy import copy
from functools import wraps

from django.db import connection
from django.db.models import Model

from astr_site.page_cache.evidence import cite, collected, holds
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
        under, found, evidence = held.get(args, (None, None, None))
        if evidence and (under == mark.current or holds(evidence.proof())):
            cite(evidence)
        else:
            with collected() as evidence:
                found = make(*args)
        held[args] = mark.current, found, evidence
        return handed_out(found)

    return answer


def handed_out(found):
    if isinstance(found, list):
        return [handed_out(each) for each in found]
    return copy(found) if isinstance(found, Model) else found
