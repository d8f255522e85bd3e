"""Room for the calls that make a page, fetched at once.

Python lays out calls in pieces of 16 KiB. It fetches a piece with the first call that finds no place in the last one,
and gives it back with the end of that call. A page is made by calls two hundred deep: where a loop stands at the end of
a piece, each of its calls fetched one and gave it back, a thousand times in a page and for a third of its time. A call
that claims to need much is given a piece that fits it, and the calls within it find their place in what is left. Memory
that nobody writes to costs nothing.
"""

# Values of eight bytes. The piece is a power of two: 256 KiB, of which nearly half is left for the calls within.
CLAIMED = 17_000


def with_room(application):
    """Return a WSGI application that makes room before it calls another."""

    def answer(environ, start_response):
        return application(environ, start_response)

    answer.__code__ = answer.__code__.replace(co_stacksize=CLAIMED)
    return answer
