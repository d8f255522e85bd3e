"""Every permission, tried from outside (issue 10, Done when): who is let in where stands in matrix.txt."""

import os
from pathlib import Path

import pytest

from tests.roles import matrix

pytestmark = pytest.mark.usefixtures("site")
INTENDED = Path(__file__).with_name("matrix.txt")
HEAD = f"# Reading, sending, address. {', '.join(f'{letter} {name}' for name, letter in matrix.LETTERS.items())}"


# Those that open the way to patients' permissions. All others are asked by `make matrix`, which takes minutes.
SHORT = ("authorization", "private-link", "withdraw", "sign_in", "sign-in", "admin/auth", "login", "password", "links")


def lines():
    return [line for line in INTENDED.read_text().splitlines() if line and not line.startswith("#")]


def test_every_staff_address_lets_in_whom_it_should_and_nobody_else(editor, settings):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.roles.matrix.UnpaintedMiddleware"]
    everything = os.environ.get("MATRIX") == "all"
    asked = [path for path in dict.fromkeys(matrix.addresses()) if everything or any(word in path for word in SHORT)]
    browsers, filled = matrix.askers(), matrix.Filled(editor)
    seen = [matrix.line(browsers, filled, path) for path in asked]
    print(HEAD, *seen, sep="\n")
    about = {matrix.shown(path) for path in asked}
    assert matrix.FAULTS == []
    assert {*seen} ^ {line for line in lines() if line.split("  ")[1] in about} == set()


def test_every_staff_address_stands_in_the_matrix():
    assert {line.split("  ")[1] for line in lines()} == {matrix.shown(path) for path in matrix.addresses()}


def test_a_stranger_is_let_in_by_the_way_in_alone():
    assert {line.split("  ")[1] for line in lines() if "-" in line.split("  ")[0]} == {
        "admin/login/",
        "admin/password/*/*/",
        "admin/password/done/",
    }
