"""Workers are killed while a film arrives, at different moments; then the same form is sent again, whole."""

import struct
import threading
import time

import requests

from tests.testimonials.media import POSTER, VIDEO
from tests.testimonials.test_story_form import ADD, TYPED

from ..ground import Ground
from ..report import Found

MEGABYTES = 24
FILM = VIDEO + struct.pack(">I4s", MEGABYTES * 2**20 + 8, b"free") + bytes(MEGABYTES * 2**20)


def send(session, site, slug, film):
    """Send the form of a new story; return the status, 0 for no answer."""
    token = session.get(site + ADD, timeout=20).cookies.get("csrftoken") or session.cookies["csrftoken"]
    words = TYPED | {"content__slug": slug, "content__title": slug, "csrfmiddlewaretoken": token}
    files = {"video": ("film.mp4", film), "poster": ("poster.jpg", POSTER)}
    try:
        answer = session.post(
            site + ADD, words, files=files, headers={"Referer": site + ADD}, timeout=30, allow_redirects=False
        )
        return answer.status_code
    except requests.RequestException:
        return 0


def run(original, place):
    ground = Ground(place).load(original)
    before = ground.look()["files without a row"]
    cut = []
    with ground.served() as site, site.load() as load:
        session = requests.Session()
        session.cookies.set("sessionid", ground.module("tests.chaos.enter"))
        for number in range(6):
            status = []
            sender = threading.Thread(
                target=lambda status=status, number=number: status.append(
                    send(session, site.url, f"cut-{number}", FILM)
                )
            )
            sender.start()
            time.sleep(0.08 + number * 0.12)
            site.kill_workers()
            mended = time.monotonic()
            sender.join()
            cut += status
            time.sleep(1.5)
        whole = send(session, site.url, "whole", FILM)
        time.sleep(1)
    after = ground.look()
    found = Found("kill -9 while a film arrives, six times").of(load, mended)
    found.lost += after["missing files"]
    found.require(0 in cut, "a film was cut off at all")
    found.require(whole == 302, f"the same form is accepted afterwards, and not {whole}")
    found.notes["answers"] = cut
    found.notes["files left behind that no row names"] = after["files without a row"] - before
    return found
