"""How gunicorn runs the site: `gunicorn -c python:astr_site.gunicorn astr_site.wsgi`."""

from .environment import read, say_and_stop

with say_and_stop():
    _environment = read()

bind = f"{_environment.host}:{_environment.port}"
workers = _environment.workers
# Threads, because a reader on a slow line must not hold up the next one.
worker_class = "gthread"
threads = 4
# The code is loaded once and shared, which halves the memory and the time to start.
preload_app = True
max_requests, max_requests_jitter = 2000, 200
keepalive = 5
# Behind a proxy on the same machine; any other proxy is named in FORWARDED_ALLOW_IPS.
accesslog = None
errorlog = "-"
loglevel = "warning"
