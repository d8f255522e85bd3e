"""What takes long is drawn while nobody waits: all sizes of a picture, once one of them was asked for."""

import logging
import os
import sys
import threading
from queue import Full, Queue

from django.core.cache import cache

from .keeping import forget, keep, name_of, picture_of, turn
from .sizes import FALLBACK, KINDS, rungs

logger = logging.getLogger(__name__)

LONGEST = 300
waiting = Queue(maxsize=200)
starting, workers = threading.Lock(), []


def draw_later(source, shape):
    """Have all sizes drawn by one process; what finds no room now is asked for again by the next reader."""
    busy = f"drawing-{source.mark}-{shape}"
    if not cache.add(busy, True, LONGEST):
        return
    try:
        waiting.put_nowait((source, shape, busy))
    except Full:
        cache.delete(busy)
    with starting:
        if not any(each.is_alive() for each in workers):
            workers[:] = [threading.Thread(target=work, name="pictures", daemon=True)]
            workers[0].start()


def work():
    if sys.platform == "linux":
        os.nice(10)  # There it is of this thread alone: readers come first.
    while True:
        source, shape, busy = waiting.get()
        try:
            draw_all(source, shape)
        except OSError as problem:
            logger.warning("The sizes of a picture are not drawn yet: %s", problem, extra={"event": "picture"})
        except Exception:
            logger.exception("The sizes of a picture could not be drawn")
        finally:
            cache.delete(busy)
            waiting.task_done()


def draw_all(source, shape):
    with turn():
        picture = picture_of(source, shape)
    for rung, _shown in rungs(picture.width):
        for kind in reversed([each for each in KINDS if each != FALLBACK]):
            if not source.storage.exists(name_of(source.mark, shape, rung, kind)):
                with turn():
                    keep(source, picture, shape, rung, kind)
    if not source.storage.exists(source.name):  # It was deleted meanwhile, and its sizes go with it.
        forget(source)
