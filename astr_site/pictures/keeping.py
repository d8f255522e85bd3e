"""Each size is drawn once and kept beside its picture, in the same storage."""

import hashlib
import logging
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.core.exceptions import ValidationError

from .drawing import reduced, written

logger = logging.getLogger(__name__)

FOLDER = "sizes"
# How long a reader's browser waits for its turn, and how long a picture that cannot be drawn is left alone.
PATIENCE, REST = 10, 300
turns = threading.Lock()


@dataclass(frozen=True)
class Source:
    """A stored picture. Its name is random and never used again, so that with the focus it stands for what is shown."""

    storage: Any
    name: str
    focus: tuple = (0.5, 0.5)

    @property
    def mark(self):
        return hashlib.sha256(repr((self.name, self.focus)).encode()).hexdigest()[:16]


def name_of(mark, shape, width, kind):
    return f"{FOLDER}/{mark}/{shape}-{width}.{kind}"


def kept(storage, mark, shape, width, kind):
    """Return the bytes of a size that was drawn before, or None."""
    try:
        return storage.get(name_of(mark, shape, width, kind))
    except FileNotFoundError:
        return None


def keep(source, picture, shape, width, kind):
    """Draw one size and keep it; where there is no room for it, who asked has it all the same."""
    data = written(picture, width, kind)
    try:
        source.storage.put(name_of(source.mark, shape, width, kind), data)
    except OSError:
        logger.exception("A size of a picture could not be kept")
    return data


@contextmanager
def turn():
    """One drawing at a time in each process, so that many large pictures do not take all of its memory."""
    if not turns.acquire(timeout=PATIENCE):
        raise TimeoutError("Other pictures are being drawn")
    try:
        yield
    finally:
        turns.release()


def picture_of(source, shape):
    """Return what all sizes of a shape are drawn from; a file that is no picture is not tried again at once."""
    broken = f"no-picture-{source.mark}"
    if cache.get(broken):
        raise FileNotFoundError(source.name)
    try:
        return reduced(source.storage.get(source.name), shape, source.focus)
    except ValidationError as problem:
        cache.set(broken, True, REST)
        logger.warning("A picture cannot be drawn: %s", "; ".join(problem.messages), extra={"event": "picture"})
        raise FileNotFoundError(source.name) from None


def forget(source):
    """Delete every size of a picture that is no longer there, or is another one now."""
    try:
        source.storage.clear(f"{FOLDER}/{source.mark}")
    except OSError:
        logger.exception("The sizes of a deleted picture could not be deleted")
