"""A story is withdrawn on one host while readers ask the other, and the balancer, wherever it stood."""

import subprocess

from tests.chaos.report import Found
from tests.servers import ask

from ..watching import Told, Watching, stale

TITLE = b"A made-up story"
PLACES = ["/testimonials/made-up/", "/testimonials/", "/your-visit/", "/contact/", "/feeds/stories.xml"]
PLACES += ["/search/?q=made-up", "/stories/{pk}/captions/en.vtt", "/stories/{pk}/poster"]
SECONDS = 8


def seen(response):
    """Say whether the story can be told from an answer; its files are the story themselves."""
    if response.headers.get("Content-Type", "").startswith(("text/html", "application/")):
        return response.status == 200 and TITLE in response.data
    return response.status in (200, 206, 302)


def run(there):
    first, second = there.hosts
    number = first.ground.module("tests.testimonials.stage").split()[0]
    places = [place.format(pk=number) for place in PLACES]
    found = Found("withdrawn on one host, looked for on both")
    for place in places:
        found.require(ask(second.url + place).status == 200, f"the other host shows {place} before")
    pages = [site + place for site in (second.url, there.balancer, first.url) for place in places]
    doing = first.ground.start(["-m", "tests.scale.withdraw", number, "told"], stdin=subprocess.PIPE)
    try:
        assert doing.stdout.readline() == "ready\n"
        with Watching("", pages, see=seen) as load:
            load.over.wait(SECONDS)
            doing.stdin.write("now\n")
            doing.stdin.flush()
            told = Told(doing.stdout)
            [(moment, _word)] = told.wait(1, 30)
            load.over.wait(SECONDS)
    finally:
        doing.terminate()
        doing.wait(timeout=20)
    late = stale(load.seen, [(moment, "gone")], lambda shown, _gone: not shown)
    before = sum(shown for begun, _address, shown in load.seen if begun < moment)
    after = [each for each in load.seen if each[0] > moment]
    found.asked = len(load.asked)
    found.failed = sum(status in (0, 500, 502, 503, 504) for _begun, _seconds, status in load.asked)
    found.require(not found.failed, "every request is answered")
    found.require(before, "readers saw it before")
    found.require(not late, "nobody sees it once the withdrawal has returned")
    found.notes = {"saw it before": before, "requests after": len(after), "stale": len(late)}
    if late:
        found.notes["longest stale"] = f"{max(late)[0]:.2f} s"
        found.notes["stale at"] = sorted({address for _seconds, address, _shown in late})
    return found
