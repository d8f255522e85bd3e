"""PURGE requests to the cache in front of the site, as Varnish, nginx and Fastly take them (setting CDN_PURGE_URL)."""

import logging
from threading import Thread
from urllib.parse import urlsplit

import requests
from django.conf import settings
from django.db import transaction

from .signals import purged

log = logging.getLogger(__name__)
SECONDS = 5


def purge(paths):
    """Tell caches in front of the site, once this transaction holds, that these paths have changed (issue 6)."""
    addresses = [settings.SITE_URL + path for path in dict.fromkeys(paths)]
    transaction.on_commit(lambda: send(addresses))


def send(addresses):
    """Send the signal and, where CDN_PURGE_URL is set, a PURGE request for each address.

    The requests go from a thread of their own: a cache that is slow or away must not keep anybody from withdrawing.
    """
    purged.send_robust(sender=None, addresses=addresses)
    if settings.CDN_PURGE_URL:
        Thread(target=ask_the_cache, args=(addresses,), name="purge", daemon=True).start()


def ask_the_cache(addresses):
    headers = {"Authorization": f"Bearer {settings.CDN_PURGE_TOKEN}"} if settings.CDN_PURGE_TOKEN else {}
    for address in addresses:
        parts = urlsplit(address)
        try:
            answer = requests.request(
                "PURGE",
                settings.CDN_PURGE_URL + parts.path + (f"?{parts.query}" if parts.query else ""),
                headers={**headers, "Host": parts.netloc},
                timeout=SECONDS,
            )
            answer.raise_for_status()
        except requests.RequestException as problem:
            log.error("The cache in front of the site did not purge %s: %s", address, problem)
