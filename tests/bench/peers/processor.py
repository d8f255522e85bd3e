"""What processes and the whole machine have spent, from /proc: the steadier figure beside requests in a second."""

import os
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
CORES = os.cpu_count()


def family(pid):
    """Return a process and all below it."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        found += [each for child in task.read_text().split() for each in family(int(child))]
    return found


def spent(pid):
    """Return the processor seconds of a server: of its processes, and of those that ended and were waited for."""
    total = 0
    for each in family(pid):
        try:
            # The name in brackets may hold blanks; what follows it is numbers.
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        except FileNotFoundError:
            continue
        total += sum(map(int, fields[11:15]))
    return total / TICK


def machine_spent():
    """Return the processor seconds that the machine has worked, or was kept from working by its host."""
    user, nice, system, _idle, _waiting, irq, soft, steal = map(
        int, Path("/proc/stat").read_text().splitlines()[0].split()[1:9]
    )
    return (user + nice + system + irq + soft + steal) / TICK


def memory(pid):
    """Return the megabytes of a process, what it shares with others counted by its share (PSS)."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise ValueError(f"process {pid} does not say what memory it has")


def memory_of_workers(pid):
    """Return the megabytes of each process below a server's first one."""
    return [memory(each) for each in family(pid)[1:]]
