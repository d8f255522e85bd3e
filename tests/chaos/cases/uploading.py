"""Workers are killed while a film arrives, at different moments; then the same form is sent again, whole."""

import struct
import threading
import time

import requests

from tests.testimonials.form import ADD, TYPED
from tests.testimonials.media import POSTER, VIDEO

from ..ground import Ground
from ..report import Found

MEGABYTES = 24
FILM = VIDEO + struct.pack(">I4s", MEGABYTES * 2**20 + 8, b"free") + bytes(MEGABYTES * 2**20)


def form_of(session, site, slug):
    """Open the form of a new story as staff do; return what is typed into it."""
    session.get(site + ADD, timeout=20).raise_for_status()
    words = {"content__slug": slug, "content__title": slug, "csrfmiddlewaretoken": session.cookies["csrftoken"]}
    return TYPED | words


def send(session, site, form, film):
    """Send the form with a film; return the status, 0 for no answer."""
    files = {"video": ("film.mp4", film), "poster": ("poster.jpg", POSTER)}
    try:
        answer = session.post(
            site + ADD, form, files=files, headers={"Referer": site + ADD}, timeout=60, allow_redirects=False
        )
    except requests.RequestException:
        return 0
    return answer.status_code


def run(original, place):
    ground = Ground(place).load(original)
    before = ground.look()["files without a row"]
    cut = []
    with ground.served() as site, site.load() as load:
        session = requests.Session()
        session.cookies.set("sessionid", ground.module("tests.chaos.enter"))
        for number in range(6):
            form = form_of(session, site.url, f"cut-{number}")
            sender = threading.Thread(target=lambda form=form: cut.append(send(session, site.url, form, FILM)))
            sender.start()
            time.sleep(0.08 + number * 0.12)
            site.kill_workers()
            mended = time.monotonic()
            sender.join()
            time.sleep(1.5)
        whole = send(session, site.url, form_of(session, site.url, "whole"), FILM)
        time.sleep(1)
    after = ground.look()
    found = Found("kill -9 while a film arrives, six times").of(load, mended)
    found.lost += after["missing files"]
    found.require(0 in cut, "a film was cut off at all")
    found.require(whole == 302, f"the same form is accepted afterwards, and not {whole}")
    found.notes["answers"] = cut
    found.notes["files left behind that no row names"] = after["files without a row"] - before
    return found
