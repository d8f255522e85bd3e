"""One host goes; readers behind the balancer go on with the other."""

import time

from tests.chaos.load import Load
from tests.chaos.report import Found


def run(there):
    first = there.hosts[0]
    with Load(there.balancer) as load:
        time.sleep(2)
        first.stop()
        mended = time.monotonic()
        time.sleep(4)
    found = Found("one host goes away").of(load, mended)
    found.require(not found.failed, "nobody notices")
    return found
