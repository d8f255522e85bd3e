"""What was found, as a table for people; `measure` in run.py keeps the same numbers."""

from .compared import compare
from .rounds import figures


def table(rounds, say=print):
    say(f"{'':30}{'requests/s':>30}{'CPU µs per request':>30}{'p99 ms':>27}{'errors, refused':>17}")
    say(f"{'':30}" + f"{'min':>10}{'median':>10}{'max':>10}" * 2 + f"{'min':>9}{'median':>9}{'max':>9}")
    for name in rounds[0]:
        rate, cpu, p99 = (figures(rounds, name, what) for what in ("rate", "cpu", "p99"))
        wrong = [sum(getattr(each[name], what) for each in rounds) for what in ("errors", "refused")]
        numbers = "".join(f"{value:10.0f}" for value in (*rate, *cpu)) + "".join(f"{value:9.1f}" for value in p99)
        say(f"{name:30}{numbers}{wrong[0]:11},{wrong[1]:5}")


def comparisons(rounds, say=print):
    say(f"\n{'ratios inside each round':62}{'min':>8}{'median':>8}{'max':>8}")
    for each, (least, middle, most) in compare(rounds):
        say(f"{each.words:62}{least:8.2f}{middle:8.2f}{most:8.2f}   {each.verdict(middle)}")


def one_by_one(found, ratios, say=print):
    say(f"\n{'one request at a time, milliseconds':62}{'min':>8}{'median':>8}{'max':>8}")
    for name, times in found.items():
        cpu = f"   {times['cpu']:.0f} µs of CPU" if "cpu" in times else ""
        say(f"{name:62}" + "".join(f"{value:8.1f}" for value in times["ms"]) + cpu)
    for words, ratio, verdict in ratios:
        say(f"{words:62}{'':8}{ratio:8.2f}{'':8}   {verdict}")


def rest(memory, weight, say=print):
    say("")
    for name, megabytes in memory.items():
        say(f"{name}: {', '.join(f'{each:.0f}' for each in megabytes)} MB of memory in each worker (PSS)")
    for path, each in weight.items():
        more = each["kB with all pictures"]
        say(f"first visit of {path}: {each['requests']} requests, {each['kB']:.0f} kB; {more:.0f} kB with all pictures")
