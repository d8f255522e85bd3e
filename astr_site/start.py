"""What lies between a fresh copy and a running site (issue 2, Commands)."""

import errno
import hashlib
import socket
import threading
import time
from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import Error, connection
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from .environment import BadSetting

OPERATOR = "operator"


def prepare(command, with_static_files):
    """Bring database, content and static files to the state of the code; quick when they are."""
    refuse_a_busy_port(settings.ENV.host, settings.ENV.port)
    refuse_a_silent_database()
    command.check()
    with step("Preparing the database"):
        call_command("migrate", interactive=False, verbosity=0)
    print("Loading the content", flush=True)
    call_command("load_content")
    if with_static_files:
        collect_static_files()
    announce()


@contextmanager
def step(words):
    """Say what is being done, a dot for every second that it takes, and how long it took."""
    finished = threading.Event()

    def dots():
        while not finished.wait(1):
            print(".", end="", flush=True)

    print(words, end="", flush=True)
    ticker = threading.Thread(target=dots, daemon=True)
    started = time.monotonic()
    ticker.start()
    try:
        yield
    except BaseException:
        print(" failed", flush=True)
        raise
    finally:
        finished.set()
        ticker.join()
    print(f" done in {time.monotonic() - started:.1f} s", flush=True)


def port_is_busy(host, port):
    """Return what stands in the way of listening there, or None."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            return problem
    return None


def refuse_a_busy_port(host, port):
    if problem := port_is_busy(host, port):
        reason = {
            errno.EADDRINUSE: "another program uses it already",
            errno.EACCES: "this user may not use it",
        }.get(problem.errno, problem.strerror)
        raise BadSetting(
            f"port {port} on {host} is not free ({reason}); stop that program, or choose another port "
            f"such as PORT={port + 1 if port < 65535 else 8000}."
        )


def refuse_a_silent_database():
    try:
        connection.ensure_connection()
    except Error as problem:
        said = " ".join(str(problem).split()) or type(problem).__name__
        raise BadSetting(
            f"the database does not answer ({said}); start it, or correct DATABASE_URL, "
            "or remove DATABASE_URL to use the built-in SQLite."
        ) from None


def collect_static_files():
    """Copy and compress the static files, unless those of an earlier start are still right."""
    stamp = settings.DATA_DIR / "static.stamp"
    now = static_fingerprint()
    if settings.STATIC_ROOT.is_dir() and stamp.is_file() and stamp.read_text() == now:
        return
    stamp.unlink(missing_ok=True)
    with step("Preparing the static files"):
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(now)


def static_fingerprint():
    """Changes whenever a static file does, so that an unchanged site starts in seconds."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            file = storage.path(path)
            digest.update(f"{path} {file} {storage.size(path)} {storage.get_modified_time(path)}\n".encode())
    return digest.hexdigest()


def first_password_link():
    """A one-time link for the operator, or nothing once any member of staff has a password."""
    users = get_user_model()
    staff = users.objects.filter(is_staff=True, is_active=True)
    if any(person.has_usable_password() for person in staff):
        return ""
    operator = staff.filter(is_superuser=True).first() or users.objects.create_superuser(OPERATOR)
    uid = urlsafe_base64_encode(force_bytes(operator.pk))
    token = default_token_generator.make_token(operator)
    return settings.SITE_URL + reverse("password_reset_confirm", args=[uid, token])


def announce():
    print(f"\nThe site is at {settings.SITE_URL}/", flush=True)
    link = first_password_link()
    if link:
        print(
            f"No member of staff has a password yet. Choose yours here, once, within a day:\n{link}",
            flush=True,
        )
    print("Stop it with Ctrl+C.\n", flush=True)
