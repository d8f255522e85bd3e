"""Starts what is measured: gunicorn as this site runs in it, granian, and nginx with one file."""

import json
import sys
import sysconfig
import time
from contextlib import contextmanager

import urllib3

from astr_site.environment import ROOT
from tests.commands import free_port, run, surroundings
from tests.servers import running
from tests.services import nginx_in

from .answer import ask

# The same for each of our own servers, so that all of them give the same bytes.
SITE_URL = "http://127.0.0.1:8000"
# What decides how a server works, as astr_site/gunicorn.py sets it; every neighbour gets the same.
SHARED = ("worker_class", "workers", "threads", "keepalive", "max_requests", "max_requests_jitter", "preload_app")
FLAGS = {"keepalive": "--keep-alive", "preload_app": "--preload"}
ASK = f"import json; from astr_site import gunicorn; print(json.dumps([getattr(gunicorn, n, None) for n in {SHARED}]))"


def usual(folder):
    """Return gunicorn's settings of this site."""
    told = run([sys.executable, "-c", ASK], folder)
    if told.returncode:
        raise SystemExit(told.stderr)
    values = zip(SHARED, json.loads(told.stdout), strict=True)
    return {name: value for name, value in values if value is not None}


def flags(settings):
    words = []
    for name, value in settings.items():
        flag = FLAGS.get(name, "--" + name.replace("_", "-"))
        if value is not False:
            words += [flag] if value is True else [flag, str(value)]
    return words


def wait_until_answered(url, patience=60):
    """Wait for any answer, also one without a page, as the 304 of the bare application is."""
    end = time.monotonic() + patience
    while True:
        try:
            return ask(url)
        except urllib3.exceptions.HTTPError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


@contextmanager
def started(words, port, folder, path, **values):
    """Run a server until the block is left; yield its address and its process."""
    env = surroundings(folder, **{"PYTHONPATH": str(ROOT)} | values)
    with (
        (folder / f"said-{port}.txt").open("w") as said,
        running(words, cwd=ROOT, env=env, stdout=said, stderr=said) as process,
    ):
        wait_until_answered(f"http://127.0.0.1:{port}{path}")
        yield f"http://127.0.0.1:{port}", process.pid


def ours(folder, path, entry="astr_site.asgi", worker=None, **values):
    """This site, as its operator starts it; `worker` are settings of gunicorn that are to be others."""
    port = free_port()
    words = [sys.executable, "-m", "gunicorn", "-c", "python:astr_site.gunicorn", *flags(worker or {}), entry]
    return started(words, port, folder, path, PORT=str(port), SITE_URL=SITE_URL, **values)


def beside(python, application, settings, folder, path, **values):
    """Another application in the same server, with the same settings."""
    port = free_port()
    words = [str(python), "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--log-level", "warning"]
    return started([*words, *flags(settings), application], port, folder, path, **values)


def granian(python, application, settings, folder, path, **values):
    """Any WSGI application in granian, with as many processes and threads."""
    port = free_port()
    words = [str(python), "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    words += ["--workers", str(settings["workers"]), "--blocking-threads", str(settings["threads"])]
    return started([*words, "--no-ws", "--log-level", "warning", application], port, folder, path, **values)


def ours_in_granian(python, settings, folder, path):
    """This site in granian, which only the scratch environment has."""
    path_to_ours = f"{ROOT}:{sysconfig.get_path('purelib')}"
    values = {"PYTHONPATH": path_to_ours, "SITE_URL": SITE_URL}
    return granian(python, "astr_site.wsgi:application", settings, folder, path, **values)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def one_file(answer, folder, workers):
    """nginx with one file: the same bytes, and the same words at their head."""
    kind = quoted(answer.header("Content-Type"))
    spared = {"content-type", "content-length"}
    heads = "".join(
        f"    add_header {name} {quoted(value)};\n" for name, value in answer.headers if name.lower() not in spared
    )

    def file(folder, listen):
        (folder / "page").write_bytes(answer.body)
        return f"""
keepalive_requests 1000000000; access_log off; sendfile on; tcp_nopush on; open_file_cache max=10;
server {{
  listen {listen};
  location / {{
    root {folder}; try_files /page =404; types {{ }} default_type {kind}; etag off; if_modified_since off;
{heads}  }}
}}
"""

    return nginx_in(folder, file, "/", "-g", f"worker_processes {workers};")
