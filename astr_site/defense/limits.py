"""How often a stranger may ask for what writes (issue 10): so many times in a window, then “too many”."""

import time
from functools import wraps

from django.core.cache import caches
from django.shortcuts import render
from django.utils.crypto import salted_hmac

from .clients import client_address, home_of

# The attribute of a view that tells the tests that it is limited.
MARK = "limited_to"


def within(name, who, most, seconds):
    """Count one more try; say whether it is still among the `most` in this window.

    Files as a cache count without a lock, so that tries at the very same moment may pass as one.
    """
    cache, window = caches["limits"], int(time.time() // seconds)
    # Hashed with the secret key, so that the cache holds nobody's address.
    key = salted_hmac("limits", f"{name} {who} {window}").hexdigest()
    cache.add(key, 0, seconds * 2)
    try:
        return cache.incr(key) <= most
    except ValueError:
        return True


def limited(most, seconds, methods=("POST",)):
    """Let one address use a view `most` times in so many seconds; the next gets 429 and the time to wait."""

    def decorated(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            who = home_of(client_address(request))
            if request.method in methods and not within(view.__qualname__, who, most, seconds):
                return too_many(request, seconds)
            return view(request, *args, **kwargs)

        setattr(guarded, MARK, (most, seconds))
        return guarded

    return decorated


def too_many(request, seconds):
    """Answer somebody who asked too often."""
    minutes = max(1, round(seconds / 60))
    response = render(request, "429.html", {"minutes": minutes}, status=429)
    response.headers["Retry-After"] = seconds
    return response
