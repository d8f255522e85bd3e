"""The site with a clock that a test sets by a header, for servers that run as processes of their own."""

from datetime import datetime

import time_machine

from astr_site.wsgi import application as site

HEADER = "HTTP_X_TEST_NOW"


def application(environ, start_response):
    if HEADER not in environ:
        return site(environ, start_response)
    with time_machine.travel(datetime.fromisoformat(environ[HEADER]), tick=False):
        answer = site(environ, start_response)
        # The whole body is made at that moment, and not when the server comes to send it.
        body = [b"".join(answer)]
        getattr(answer, "close", lambda: None)()
        return body
