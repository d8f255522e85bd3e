"""Runs the site, which waits for its database and its files, in threads beside an event loop that never waits."""

from a2wsgi.wsgi import WSGIMiddleware, WSGIResponder

# In each process. A reader on a slow line holds none of them, because the event loop talks with him.
THREADS = 4


class Responder(WSGIResponder):
    """Lets its thread go once the reader has gone; otherwise it would wait for ever to hand him the rest."""

    gone = False

    async def __call__(self, scope, receive, send):
        try:
            await super().__call__(scope, receive, send)
        finally:
            self.gone = True
            while not self.send_queue.empty():
                self.send_queue.get_nowait()

    def send(self, message):
        if self.gone:
            raise BrokenPipeError("The reader has gone")
        super().send(message)


class InThreads(WSGIMiddleware):
    """An ASGI application that asks a WSGI application."""

    def __init__(self, application):
        super().__init__(without_body_for_head(application), workers=THREADS)

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            await super().__call__(scope, receive, send)
            return
        # A query may hold any byte, and a2wsgi takes it to be ASCII.
        words = b"".join(b"%%%02X" % byte if byte > 127 else bytes([byte]) for byte in scope["query_string"])
        responder = Responder(self.app, self.executor, self.send_queue_size)
        await responder(scope | {"query_string": words}, receive, send)


def without_body_for_head(application):
    """Leave the body to nobody where only the head is asked for, as WSGI servers do themselves."""

    def answer(environ, start_response):
        parts = application(environ, start_response)
        if environ["REQUEST_METHOD"] != "HEAD":
            return parts
        getattr(parts, "close", lambda: None)()
        return []

    return answer
