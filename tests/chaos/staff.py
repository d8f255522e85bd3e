"""People who write during a case; afterwards every number that they were told is kept has to be there."""

import json
import threading
from contextlib import contextmanager


class Wrote:
    def __init__(self, ground, prefix):
        self.ground, self.prefix, self.told = ground, prefix, []

    def listen(self, stream):
        for line in stream:
            self.told.append(int(line))

    def lost(self):
        kept = set(json.loads(self.ground.module("tests.chaos.kept", self.prefix)))
        return [f"{self.prefix}-{number}" for number in self.told if number not in kept]


@contextmanager
def writing(ground, prefix="staff"):
    wrote = Wrote(ground, prefix)
    writer = ground.start(["-m", "tests.chaos.writer", prefix])
    listener = threading.Thread(target=wrote.listen, args=(writer.stdout,))
    listener.start()
    try:
        yield wrote
    finally:
        writer.terminate()
        writer.wait(timeout=20)
        listener.join()
        assert wrote.told, "nobody wrote anything"
