"""Ready pages, answered from the event loop (issue 9, item 1). Whatever takes longer goes to Django, in threads.

Both ways ask the same PageCache with the same words, so that they agree on what is whose page.
"""

# The headers that a PageCache looks at, under their names in WSGI.
LOOKED_AT = {
    b"accept-encoding": "HTTP_ACCEPT_ENCODING",
    b"authorization": "HTTP_AUTHORIZATION",
    b"content-length": "CONTENT_LENGTH",
    b"cookie": "HTTP_COOKIE",
    b"host": "HTTP_HOST",
    b"if-none-match": "HTTP_IF_NONE_MATCH",
    b"transfer-encoding": "HTTP_TRANSFER_ENCODING",
    b"x-forwarded-proto": "HTTP_X_FORWARDED_PROTO",
}


def looked_at(scope):
    """Return a request as WSGI words it, as far as a PageCache looks; None where it says something twice."""
    path = scope["path"]
    environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": scope["root_path"],
        "PATH_INFO": path if path.isascii() else path.encode().decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "wsgi.url_scheme": scope["scheme"],
    }
    for name, value in scope["headers"]:
        if word := LOOKED_AT.get(name):
            if word in environ:
                return None
            environ[word] = value.decode("latin-1")
    return environ


class ReadyPages:
    """An ASGI application before another one; `cache` is the PageCache that the other one asks as well."""

    def __init__(self, cache, otherwise):
        self.cache, self.otherwise = cache, otherwise

    async def __call__(self, scope, receive, send):
        asked = looked_at(scope) if scope["type"] == "http" else None
        answer = self.cache.ready(asked) if asked else None
        if answer is None:
            await self.otherwise(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers.raw})
        await send({"type": "http.response.body", "body": answer.body})
