"""Browsers in which somebody has signed in before: their tries are counted apart from all others.

Otherwise whoever shares an address with the clinic, such as a visitor on its network, could lock its staff out by
failing in their name (OWASP, “device cookies”). The cookie is set for staff only and proves nothing but this.
"""

import secrets
from hashlib import sha256
from ipaddress import IPv6Address

from django.conf import settings
from django.core import signing
from django.utils.crypto import salted_hmac

from astr_site.defense.clients import client_address, home_of

COOKIE = "__Host-known" if settings.HTTPS else "known"
SALT = "known browsers"
HALF_A_YEAR = 60 * 60 * 24 * 182
# A desk that several people share; who comes back more rarely is counted like a stranger.
MOST_PEOPLE = 12


def mark(username):
    return salted_hmac(SALT, username.lower()).hexdigest()[:16]


def known(request):
    """Return the browser's own number and the people who have signed in there."""
    try:
        number, *people = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=HALF_A_YEAR)
    except (signing.BadSignature, ValueError, TypeError):
        return secrets.token_hex(8), []
    return number, people


def remember(request, response, person):
    """Mark the browser as one in which this person has signed in."""
    number, people = known(request)
    name = mark(person.get_username())
    people = [name, *(each for each in people if each != name)][:MOST_PEOPLE]
    response.set_cookie(
        COOKIE,
        signing.dumps([number, *people], salt=SALT),
        max_age=HALF_A_YEAR,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Strict",
    )


def asker(request, username=None):
    """Return under which address a try to sign in is counted.

    A known browser counts as an address of its own, of the kind that no network hands out (RFC 4193).
    """
    name = mark(username if username is not None else request.POST.get("username", ""))
    number, people = known(request)
    if name in people:
        return str(IPv6Address(b"\xfd" + sha256(f"{number} {name}".encode()).digest()[:15]))
    return home_of(client_address(request)).partition("/")[0]
