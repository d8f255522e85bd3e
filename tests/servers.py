"""Sites of their own for tests: servers as processes, over a copy of the loaded data folder."""

import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

from astr_site.environment import ROOT

from .commands import free_port, manage, surroundings


def loaded_folder(folder, snapshot):
    """Fill a data folder with the site as a newcomer starts it."""
    if snapshot.exists:
        shutil.copytree(snapshot.folder, folder, dirs_exist_ok=True)
    else:
        for words in (["migrate"], ["load_content"]):
            assert manage(*words, "--verbosity=0", folder=folder).returncode == 0
    assert manage("collectstatic", "--noinput", "--verbosity=0", folder=folder).returncode == 0
    return folder


@contextmanager
def serving(folder, application="astr_site.asgi", worker="asgi", **values):
    """Run a server process over the folder, and yield its address."""
    port = free_port()
    words = ["-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--log-level", "warning", "--worker-class", worker]
    words.append(application)
    values.setdefault("PYTHONPATH", str(ROOT))
    with running([sys.executable, *words], cwd=ROOT, env=surroundings(folder, **values)):
        wait_for(f"http://127.0.0.1:{port}/robots.txt")
        yield f"http://127.0.0.1:{port}"


@contextmanager
def running(words, **options):
    process = subprocess.Popen(words, **options)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(address, patience=60):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            return urllib.request.urlopen(address, timeout=30).close()
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer.")


class Unfollowed(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


def ask(address, follow=True, data=None, **headers):
    """Return the answer, of whatever status; underscores in the names of headers stand for hyphens."""
    request = urllib.request.Request(address, data, {name.replace("_", "-"): text for name, text in headers.items()})
    opener = urllib.request.build_opener(*[] if follow else [Unfollowed])
    try:
        response = opener.open(request, timeout=30)
    except urllib.error.HTTPError as refused:
        response = refused
    with response:
        response.body = response.read()
    return response
