"""Ready pages, answered from the event loop (issue 9, item 1). Whatever takes longer goes to Django, in threads.

Both ways ask the same PageCache with the same words, so that they agree on what is whose page.
"""

import time

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
        self.given = Given()

    async def __call__(self, scope, receive, send):
        answer = self.answer(scope) if scope["type"] == "http" else None
        if answer is None:
            await self.otherwise(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers.raw})
        await send({"type": "http.response.body", "body": answer.body})

    def answer(self, scope):
        """Return the Answer to a request where one is ready, at best the one that was given to the same question."""
        said = (
            *(scope["method"], scope["scheme"], scope["root_path"], scope["path"], scope["query_string"]),
            *[(name, value) for name, value in scope["headers"] if name in LOOKED_AT],
        )
        if answer := self.given.find(said, self.cache.generation.read()):
            self.cache.count("kept")
            return answer
        asked = looked_at(scope)
        if answer := self.cache.ready(asked) if asked else None:
            self.given.keep(said, answer)
        return answer


class Given:
    """The answers of late, by what was asked in so many words; to work one out again takes twice as long.

    None outlives a change. They are few and small, so that made-up requests cannot fill the memory.
    """

    MOST, LARGEST = 256, 50_000

    def __init__(self):
        self.mark, self.answers = None, {}

    def find(self, said, mark):
        if mark != self.mark:
            self.mark, self.answers = mark, {}
        answer = self.answers.get(said)
        return answer if answer and mark and time.time() < answer.lasting else None

    def keep(self, said, answer):
        if len(answer.body) > self.LARGEST:
            return
        if len(self.answers) >= self.MOST:
            self.answers.clear()
        # The mark may have changed since it was looked at: then all of these go with the next question.
        self.answers[said] = answer
