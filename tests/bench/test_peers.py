"""The harness of `make bench` reckons rightly; how fast anything is, no test says."""

import os
import runpy
import subprocess
import sys

import pytest
from lxml import html

from .peers import processor, rounds, wrk
from .peers.answer import Answer
from .peers.compared import Compared
from .peers.servers import flags
from .peers.text import read, words

SAID = """Running 5s test @ http://127.0.0.1:8000/
  2 threads and 16 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     4.08ms    3.99ms  85.45ms   93.53%
    Req/Sec     2.16k   394.26     2.80k    72.00%
  Latency Distribution
     50%    3.24ms
     75%    4.40ms
     90%    6.11ms
     99%  {p99}
  21490 requests in {seconds}, 361.27MB read
{more}Requests/sec:   4297.11
Transfer/sec:     72.24MB
"""
WRONG = "  Socket errors: connect 1, read 20, write 300, timeout 4000\n  Non-2xx or 3xx responses: 17\n"


@pytest.mark.parametrize(
    ("p99", "milliseconds"), [("900.00us", 0.9), ("22.13ms", 22.13), ("1.50s", 1500.0), ("2.00m", 120_000.0)]
)
def test_the_slowest_hundredth_is_told_in_milliseconds_whatever_wrk_says(p99, milliseconds):
    assert wrk.parsed(SAID.format(p99=p99, seconds="5.00s", more="")).p99 == pytest.approx(milliseconds)


def test_requests_failures_and_refusals_are_counted():
    told = wrk.parsed(SAID.format(p99="1.00ms", seconds="500.00ms", more=WRONG))
    assert (told.requests, told.errors, told.refused) == (21490, 4321, 17)
    assert told.rate == pytest.approx(42980)
    well = wrk.parsed(SAID.format(p99="1.00ms", seconds="5.00s", more=""))
    assert (well.errors, well.refused) == (0, 0)


def test_what_wrk_never_says_is_not_taken_for_a_figure():
    with pytest.raises(ValueError, match="something else"):
        wrk.parsed("unable to connect to 127.0.0.1:8000 Connection refused\n")


def taken(rate, others=0.0):
    return rounds.Taken(rate, 1e6 / rate, 1.0, int(rate), 0, 0, others)


def test_ratios_are_taken_inside_each_round_so_that_a_slow_one_does_not_spoil_them():
    played = [{"a": taken(200), "b": taken(100)}, {"a": taken(20), "b": taken(10)}, {"a": taken(90), "b": taken(30)}]
    assert rounds.ratios(played, "a", "b") == (2, 2, 3)
    assert rounds.ratios(played, "b", "a", "cpu") == (2, 2, 3)
    assert rounds.figures(played, "a", "rate") == (20, 90, 200)


def test_a_round_that_something_else_disturbed_is_taken_again_and_all_have_their_turn_first():
    turns, quiet = [], iter([0, 0.5, 0, 0, 0, 0])

    def take(candidate, seconds):
        turns.append(candidate.name)
        return taken(100, next(quiet))

    candidates = [rounds.Candidate(name, "", 0, {}) for name in "ab"]
    played, again = rounds.play(candidates, 2, 1, lambda words: None, take)
    assert (len(played), again) == (2, 1)
    assert "".join(turns) == "abab" + "ba"


def test_a_machine_that_never_rests_ends_the_run_all_the_same():
    candidates = [rounds.Candidate("a", "", 0, {})]
    played, again = rounds.play(candidates, 2, 1, lambda words: None, lambda *asked: taken(100, 0.9))
    assert (len(played), again) == (2, 2 * rounds.PATIENCE)


def test_a_figure_is_judged_by_what_is_asked_of_it():
    assert "holds" in Compared("", "a", "b", least=0.85).verdict(0.85)
    assert "DOES NOT HOLD" in Compared("", "a", "b", least=0.85).verdict(0.84)
    assert "DOES NOT HOLD" in Compared("", "a", "b", most=1.5).verdict(1.51)
    assert Compared("", "a", "b").verdict(0.1) == ""


def test_what_ended_processes_spent_is_counted_to_their_server():
    burn = "import time; end = time.process_time() + 0.3\nwhile time.process_time() < end: pass"
    before, machine = processor.spent(os.getpid()), processor.machine_spent()
    subprocess.run([sys.executable, "-c", burn], check=True)
    assert 0.25 < processor.spent(os.getpid()) - before < 3
    assert processor.machine_spent() - machine > 0.25
    assert 1 < processor.memory(os.getpid()) < 4000


def test_the_bare_application_gives_the_very_answer_that_was_kept(tmp_path, monkeypatch):
    answer = Answer("200 OK", [["Content-Type", "text/html"], ["Content-Encoding", "br"]], b"\x8b\x00packed")
    monkeypatch.setenv("ANSWER", str(answer.keep(tmp_path / "answer")))
    told = []
    application = runpy.run_module("tests.bench.peers.bare")["application"]
    assert b"".join(application({}, lambda *words: told.append(words))) == answer.body
    assert told == [("200 OK", [("Content-Type", "text/html"), ("Content-Encoding", "br")])]


def test_gunicorns_settings_become_the_words_of_its_command():
    settings = {"worker_class": "gthread", "keepalive": 5, "max_requests": 0, "preload_app": True}
    words = ["--worker-class", "gthread", "--keep-alive", "5", "--max-requests", "0", "--preload"]
    assert flags(settings) == words
    assert flags({"preload_app": False}) == []


def test_the_neighbours_are_given_all_that_our_page_says(client, site):
    page = client.get("/techniques/massage/").content
    text = read(page)
    told = text.told()
    whole = "".join(told["blocks"])
    assert text.title == "Massage"
    assert {"Techniques", "Your visit"} <= set(text.menu)
    assert text.title in text.below
    assert 10 < len(text.sections) == len(told["blocks"]) < 20
    kinds = [part.kind for section in text.sections for part in section.parts]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {"text": 9, "card": 11, "facts": 2}
    assert whole.count("Emergency: Call 911") == 1
    assert '<a href="/glossary/' in whole
    assert "<svg" not in whole
    assert "class=" not in whole
    said = words(html.fromstring(whole))
    main = html.fromstring(page).find(".//main")
    for item in main.find(".//article").iter("li"):
        if item.find(".//h3") is None and not any(above.tag == "nav" for above in item.iterancestors()):
            assert words(item) in said
