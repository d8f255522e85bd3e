"""How gunicorn runs the site: `gunicorn -c python:astr_site.gunicorn astr_site.asgi`."""

import gc
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from gunicorn.glogging import Logger

from . import operation, takeover
from .environment import read, say_and_stop
from .health.logs import configuration

with say_and_stop():
    _environment = read()
    _operation = operation.read(_environment.data_dir)

bind = f"{_environment.host}:{_environment.port}"
workers = _environment.workers
# An event loop, because it answers with a ready page for a third of what a thread takes, and because a reader on a slow
# line holds up nobody. What has to be made is made in threads (threads.py).
worker_class = "asgi"
# The code is loaded once and shared, which halves the memory and the time to start.
preload_app = True
# So many, because most requests are answered by pages that lie ready, which takes nothing that could leak.
max_requests, max_requests_jitter = 1_000_000, 200_000
keepalive = 5
# Behind a proxy on the same machine; any other proxy is named in FORWARDED_ALLOW_IPS.
accesslog = None


class Quiet(Logger):
    """gunicorn gathers a line for each request once it is told how to log, though nobody reads it.

    That was a quarter of what a kept page costs.
    """

    access_log_enabled = False


logger_class = Quiet
errorlog = "-"
loglevel = "warning"
logconfig_dict = configuration(_operation.log_format, _environment.debug)


def _folder_of_counts():
    """An empty folder in memory for the workers' counts: a disk that is full would stop a worker that counts."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder below is made for this user alone
    place = memory if os.access(memory, os.W_OK) else Path(tempfile.gettempdir())
    name = hashlib.sha256(f"{_environment.data_dir} {_environment.port} {os.getuid()}".encode()).hexdigest()[:16]
    folder = place / f"astr-counts-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    return str(folder)


# A new master that takes over from a running one goes on counting beside it, and is told where.
if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = _folder_of_counts()


def on_starting(server):
    # Whoever was here before may have been killed between a change and the word of it.
    tell_of_changes()


def tell_of_changes():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "astr_site.settings")
    from .page_cache import changes

    changes.changed()


def pre_exec(server):
    server.START_CTX = takeover.beginning()
    server.cfg.env_orig["PROMETHEUS_MULTIPROC_DIR"] = os.environ["PROMETHEUS_MULTIPROC_DIR"]


def pre_fork(server, worker):
    """Give each worker a place with a number; the next one in that place goes on with the same file of counts."""
    taken = {getattr(other, "place", None) for other in server.WORKERS.values()}
    worker.place = next(number for number in range(len(taken) + 1) if number not in taken)


def post_fork(server, worker):
    os.environ["ASTR_WORKER"] = f"{server.pid}-{worker.place}"
    worker.takes_over_from = server.master_pid


def post_worker_init(worker):
    from .wsgi import application

    takeover.warm(application, _environment.site_url, worker.log)
    # What is loaded by now stays for good, so that looking through it for garbage again and again finds nothing.
    gc.collect()
    gc.freeze()
    # A page leaves little behind for such a look to find: once in twenty pages does as well as twice in each.
    gc.set_threshold(20_000)
    if worker.takes_over_from and worker.place == 0:
        takeover.send_home(worker.takes_over_from, worker.ppid, worker.log)


def child_exit(server, worker):
    # So may the worker have been that went.
    tell_of_changes()


def on_exit(server):
    if not (server.reexec_pid or server.master_pid):  # Where there are two masters, the other lives on with the folder.
        shutil.rmtree(os.environ["PROMETHEUS_MULTIPROC_DIR"], ignore_errors=True)
