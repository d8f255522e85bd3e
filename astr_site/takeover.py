"""A new version takes over from a running one without a pause (issue 10, item 6): USR2 to gunicorn's master.

The new master starts beside the old one on the same socket, and its workers warm up; only then is the old one told to
finish what it has begun and go. A version that cannot start leaves the old one as it was.
"""

import os
import signal
import sys
from contextlib import suppress
from threading import Thread
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

from gunicorn.systemd import sd_notify

WARMED = ("/", "/es/", "/techniques/")


def beginning():
    """Return how a new master is started, in gunicorn's form: by what started this one (.readme/operation/start)."""
    script = os.environ.get("STARTED_BY", "")
    words = [script] if script else [sys.executable, "-m", "gunicorn", *sys.argv[1:]]
    return {0: words[0], "args": words, "cwd": os.getcwd()}


def warm(application, site_url, log):
    """Ask the site for a few pages before anybody waits for it, so that templates and addresses are at hand.

    In a thread of its own, which takes its connection to the database with it when it ends.
    """
    thread = Thread(target=ask, args=(application, site_url, log))
    thread.start()
    thread.join()


def ask(application, site_url, log):
    from django.db import connections

    site = urlsplit(site_url)
    for path in WARMED:
        request = {"PATH_INFO": path, "HTTP_HOST": site.netloc, "HTTP_X_FORWARDED_PROTO": site.scheme}
        setup_testing_defaults(request)
        try:
            answer = application(request, lambda status, headers, *problem: None)
            with suppress(AttributeError):
                answer.close()
        except Exception:  # Whatever is away now may be there when somebody asks; a cold worker is better than none.
            log.exception("A worker could not be warmed")
            break
    connections.close_all()


def send_home(old_master, new_master, log):
    """Tell systemd, where it runs the site, who is in charge now, and end the old master gently."""
    sd_notify(f"MAINPID={new_master}", log)
    with suppress(ProcessLookupError):
        os.kill(old_master, signal.SIGTERM)
