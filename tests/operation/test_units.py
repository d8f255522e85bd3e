"""The units of systemd are sound, and give the site no more than it needs (issue 10, item 6)."""

import re
import shutil
import subprocess

import pytest

from astr_site.environment import ROOT

UNITS = ROOT / ".readme/operation/systemd"
SERVICES = ["astr.service", "astr-night.service"]
# Of ten, as systemd counts; a unit without any protection has 9.6.
EXPOSURE = 2.0

pytestmark = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")


def analyze(*words):
    done = subprocess.run(["systemd-analyze", *words], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout + done.stderr


def test_systemd_understands_every_line(tmp_path):
    for unit in UNITS.iterdir():
        # Where there is no /srv/astr, the version in it is this one.
        text = unit.read_text().replace("/srv/astr/current", str(ROOT)).replace("User=astr\nGroup=astr\n", "")
        (tmp_path / unit.name).write_text(text)
    code, said = analyze("verify", *map(str, tmp_path.iterdir()))
    ours = [line for line in said.splitlines() if "astr" in line]
    assert (code, ours) == (0, []), said


@pytest.mark.parametrize("name", SERVICES)
def test_a_unit_exposes_little(name):
    _code, said = analyze("security", "--offline=yes", str(UNITS / name))
    exposure = float(re.search(r"Overall exposure level.*?: ([\d.]+)", said)[1])
    assert exposure <= EXPOSURE, said


def test_the_commands_of_the_night_exist():
    from django.core.management import get_commands

    named = re.findall(r"manage\.py (\w+)", (UNITS / "astr-night.service").read_text())
    assert named
    assert set(named) <= set(get_commands())
    assert named.index("backup") < named.index("forget")
