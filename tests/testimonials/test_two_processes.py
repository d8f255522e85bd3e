"""Two processes serve the site; what ends or is withdrawn is gone from both at once (H2, H3; issue 5)."""

import datetime
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from astr_site.environment import ROOT
from tests.commands import free_port, manage, run, surroundings

from .test_surfaces import SURFACES, TITLE

ENDS = datetime.datetime(2040, 1, 1, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory, snapshot):
    """The data folder of a loaded site."""
    folder = tmp_path_factory.mktemp("two")
    if snapshot.exists:
        shutil.copytree(snapshot.folder, folder, dirs_exist_ok=True)
    else:
        for words in (["migrate"], ["load_content"]):
            assert manage(*words, "--verbosity=0", folder=folder).returncode == 0
    manage("collectstatic", "--noinput", "--verbosity=0", folder=folder)
    return folder


@pytest.fixture(scope="module")
def story(folder):
    """The number of a story that stands on every surface, and the secret of the person in it."""
    words = [sys.executable, "-m", "tests.testimonials.stage"]
    staged = run(words, folder, DJANGO_SETTINGS_MODULE="astr_site.settings")
    assert staged.returncode == 0, staged.stderr
    return staged.stdout.split()


@pytest.fixture(scope="module")
def sites(folder, story):
    """The addresses of two servers that share nothing but that folder."""
    ports = [free_port(), free_port()]
    servers = [start(port, folder) for port in ports]
    try:
        for port in ports:
            wait_for(f"http://127.0.0.1:{port}/robots.txt")
        yield [f"http://127.0.0.1:{port}" for port in ports]
    finally:
        for server in servers:
            server.terminate()
        for server in servers:
            server.wait(timeout=20)


def start(port, folder):
    words = ["-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--log-level", "warning", "tests.testimonials.clock"]
    return subprocess.Popen([sys.executable, *words], cwd=ROOT, env=surroundings(folder, PYTHONPATH=os.getcwd()))


def wait_for(address):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            return urllib.request.urlopen(address, timeout=30).close()
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer.")


def shown(site, number, now):
    """Return the surfaces of one server that show the story at the moment `now`."""
    return {name for name, (path, words) in SURFACES.items() if shows(site + path.format(pk=number), words, now)}


def shows(address, words, now):
    request = urllib.request.Request(address, headers={"X-Test-Now": now.isoformat()})
    try:
        response = urllib.request.urlopen(request, timeout=30)
    except urllib.error.HTTPError as refused:
        response = refused
    with response:
        body = response.read().decode(errors="replace")
    if response.status == 200:
        return words is None or words in body
    assert response.status in (404, 410), address
    assert TITLE not in body
    return False


def test_a_story_ends_for_both_at_the_second_and_withdrawing_at_one_withdraws_at_the_other(sites, story):
    number, secret = story
    for site in sites * 2:  # The second round finds every cache filled.
        assert shown(site, number, ENDS - SECOND) == set(SURFACES)
    for site in sites:
        assert shown(site, number, ENDS + SECOND) == set()
    for site in sites:
        assert shown(site, number, ENDS - SECOND) == set(SURFACES)

    urllib.request.urlopen(f"{sites[0]}/my-story/{secret}/", data=b"", timeout=30).close()
    for site in reversed(sites):
        assert shown(site, number, ENDS - SECOND) == set()
