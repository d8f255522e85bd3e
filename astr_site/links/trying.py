"""Trying one address: a page of this site by the database, another site's by asking it, with a time limit."""

import ipaddress
import socket
from urllib.parse import urljoin, urlsplit

import requests
from django.conf import settings

from astr_site.editorial.gate.checks.links import exists

from .models import Reason

SECONDS, REDIRECTS = 8, 5
HEADERS = {"User-Agent": "ASTR link check", "Accept": "text/html,*/*;q=0.5"}


def is_own(address):
    """Say whether an address is one of this site; a broken one is nobody's, and is found here without asking."""
    try:
        host = urlsplit(address).netloc
    except ValueError:
        return True
    return host in ("", urlsplit(settings.SITE_URL).netloc)


def look_up(address, surroundings):
    """Try an address of this site."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return Reason.UNREADABLE
    if not address or address == "#" or not exists(surroundings, path or "/"):
        return Reason.UNPUBLISHED
    return Reason.GOOD


def ask(address):
    """Try an address of another site."""
    try:
        # Some sites answer only whole requests; their body is not read.
        status = follow("HEAD", address)
        return judged(status if status is None or status < 400 else follow("GET", address))
    except socket.gaierror as problem:
        return Reason.NO_HOST if problem.errno == socket.EAI_NONAME else Reason.UNREACHABLE
    except requests.Timeout:
        return Reason.SLOW
    except requests.exceptions.SSLError:
        return Reason.CERTIFICATE
    except (requests.RequestException, OSError, ValueError):
        return Reason.UNREACHABLE


def follow(method, address):
    """Return the number of the last answer; None where the way leads into our own network."""
    for _redirect in range(REDIRECTS):
        if not is_public(urlsplit(address).hostname):
            return None
        with requests.request(
            method, address, headers=HEADERS, timeout=SECONDS, allow_redirects=False, stream=True
        ) as answer:
            if not answer.is_redirect:
                return answer.status_code
            address = urljoin(address, answer.headers["Location"])
    raise requests.TooManyRedirects


def judged(status):
    if status is None:
        return Reason.NO_HOST
    if status < 400:
        return Reason.GOOD
    return Reason.GONE if status in (404, 410) else Reason.REFUSED


def is_public(host):
    """Say whether a host is on the internet: a link must not make the server ask its own network.

    Raises socket.gaierror where the name leads to no host.
    """
    if settings.LINK_CHECK_OWN_NETWORK:
        return True
    found = {entry[4][0].split("%")[0] for entry in socket.getaddrinfo(host, None)}
    return all(ipaddress.ip_address(each).is_global for each in found)
