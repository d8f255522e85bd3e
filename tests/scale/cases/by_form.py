"""Staff publish through the staff pages of one host; the very next request on the other shows it."""

import requests

from tests.chaos.report import Found
from tests.servers import ask

from .publishing import PAGE

TIMES = 5


def run(there):
    first, second = there.hosts
    found = Found("staff publish by form on one host")
    session = requests.Session()
    session.cookies.set("sessionid", first.ground.module("tests.chaos.enter"))
    entered = session.get(first.url + "/admin/password_change/", timeout=20, allow_redirects=False)
    found.require(entered.status_code == 200, "staff are let in")
    for number in range(TIMES):
        words = f"By form, number {number}."
        address = first.ground.module("tests.scale.draft", words)
        ask(second.url + PAGE)
        form = {"csrfmiddlewaretoken": session.cookies["csrftoken"], "reason": "Made up for a test."}
        answer = session.post(first.url + address, form, timeout=60, allow_redirects=False)
        shown = ask(second.url + PAGE).body.decode()
        found.asked += 1
        found.failed += answer.status_code != 302
        found.require(words in shown, f"the other host shows “{words}” at the next request")
    searched = ask(f"{second.url}/search/?q=form").body.decode()
    found.require(PAGE in searched, "search on the other host knows the new words")
    return found
