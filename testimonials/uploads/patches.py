"""Reading a large file here and there, and blanking parts of it without moving the rest."""

from dataclasses import dataclass

BLOCK = 1 << 20


class Damaged(Exception):
    """A file that is not what it says it is."""


@dataclass(frozen=True)
class Facts:
    """What is known of a film: its length in seconds, where it tells it, and its largest side."""

    kind: str
    duration: float | None
    side: int


class Patched:
    """A film under examination: read it anywhere; what is blanked is written back at once."""

    def __init__(self, file, size):
        self.file, self.size = file, size

    def at(self, offset, length):
        """Return exactly these bytes. Raises Damaged where the file ends before."""
        self.file.seek(offset)
        data = self.file.read(length)
        if len(data) != length:
            raise Damaged
        return data

    def put(self, offset, data):
        self.file.seek(offset)
        self.file.write(data)

    def blank(self, offset, length):
        """Overwrite with zeros, a block at a time. Raises Damaged where that would lie outside the file."""
        if offset < 0 or length < 0 or offset + length > self.size:
            raise Damaged
        self.file.seek(offset)
        while length > 0:
            step = min(length, BLOCK)
            self.file.write(bytes(step))
            length -= step
