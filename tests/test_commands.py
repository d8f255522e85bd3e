"""Two commands make a running site; both say what they do, and what to do if they cannot."""

import re
import shutil
import socket
import sys
import time

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from astr_site import start
from astr_site.environment import ROOT, BadSetting
from tests.commands import fetch, free_port, manage, run, served
from tests.servers import ask

PASSWORD = "a long walk by the river"


@pytest.fixture
def busy_port():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


def test_a_busy_port_is_said_before_anything_else_is_done(busy_port, tmp_path):
    outcome = manage("serve", folder=tmp_path, PORT=str(busy_port))
    assert outcome.returncode == 3
    assert outcome.stderr.startswith(f"The site cannot start: port {busy_port} on 127.0.0.1 is not free")
    assert outcome.stderr.count("\n") == 1
    assert not (tmp_path / "site.sqlite3").exists()


def test_a_silent_database_is_said_in_one_sentence(tmp_path):
    url = f"postgres://astr@127.0.0.1:{free_port()}/astr"
    outcome = manage("serve", folder=tmp_path, DATABASE_URL=url, PORT=str(free_port()))
    assert outcome.returncode == 3
    assert outcome.stderr.startswith("The site cannot start: the database does not answer")
    assert "DATABASE_URL" in outcome.stderr
    assert outcome.stderr.count("\n") == 1


def test_a_free_port_is_accepted():
    start.refuse_a_busy_port("127.0.0.1", free_port())


def test_a_host_that_is_not_this_machine_is_refused():
    with pytest.raises(BadSetting, match="choose another port"):
        start.refuse_a_busy_port("192.0.2.1", free_port())


@pytest.mark.django_db
def test_the_operator_sets_the_first_password_by_a_link_that_works_once(client, settings):
    link = start.first_password_link()
    assert link.startswith(settings.SITE_URL + "/admin/")
    path = link.removeprefix(settings.SITE_URL)

    form = client.get(path, follow=True)
    assert form.status_code == 200
    words = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    done = client.post(form.redirect_chain[-1][0], words, follow=True)
    assert done.status_code == 200
    signed_in = client.post(reverse("admin:login"), {"username": start.OPERATOR, "password": PASSWORD})
    assert signed_in.status_code == 302
    assert "login" not in signed_in.url or "set-up" in signed_in.url

    assert start.first_password_link() == ""
    again = client.get(path, follow=True)
    assert "new_password1" not in again.content.decode()


@pytest.mark.django_db
def test_the_operator_account_is_made_once_and_cannot_be_guessed(client):
    start.first_password_link()
    start.first_password_link()
    operator = get_user_model().objects.get(username=start.OPERATOR)
    assert not operator.has_usable_password()


@pytest.mark.django_db
def test_an_account_that_may_not_sign_in_does_not_count_as_staff():
    get_user_model().objects.create_user("former", password=PASSWORD, is_staff=True, is_active=False)
    assert start.first_password_link()


def test_static_files_are_prepared_only_when_they_changed(settings, tmp_path, monkeypatch):
    settings.DATA_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
    times = []

    def collect(*words, **options):
        times.append(words)
        settings.STATIC_ROOT.mkdir(exist_ok=True)

    monkeypatch.setattr(start, "call_command", collect)
    monkeypatch.setattr(start, "static_fingerprint", lambda: "one")
    start.collect_static_files()
    start.collect_static_files()
    assert len(times) == 1
    monkeypatch.setattr(start, "static_fingerprint", lambda: "two")
    start.collect_static_files()
    assert len(times) == 2


def test_the_fingerprint_of_the_static_files_follows_their_content(settings, tmp_path):
    settings.STATICFILES_DIRS = [tmp_path]
    sheet = tmp_path / "site.css"
    sheet.write_text("a")
    before = start.static_fingerprint()
    sheet.write_text("ab")
    assert start.static_fingerprint() != before


def test_a_step_says_what_it_does_and_shows_that_it_goes_on(capsys):
    with start.step("Thinking"):
        time.sleep(1.1)
    assert re.fullmatch(r"Thinking\.+ done in \d\.\d s\n", capsys.readouterr().out)


def test_a_step_that_fails_says_so(capsys):
    with pytest.raises(ZeroDivisionError), start.step("Dividing"):
        1 / 0  # noqa: B018
    assert capsys.readouterr().out == "Dividing failed\n"


def test_serve_makes_a_running_site_from_nothing(served_site):
    said = served_site.log.read_text()
    status, page = fetch(served_site.url)
    sheet = re.search(r'href="(/static/[^"]+\.css)"', page)
    assert (status, fetch(served_site.url + sheet[1])[0]) == (200, 200), said
    small = ask(served_site.url + sheet[1], Accept_Encoding="gzip, br")
    assert small.headers["Content-Encoding"] == "br"
    assert "immutable" in small.headers["Cache-Control"]
    # Brotli is worth its place only while it is smaller than what every browser takes.
    gzipped = ask(served_site.url + sheet[1], Accept_Encoding="gzip")
    assert gzipped.headers["Content-Encoding"] == "gzip"
    assert len(small.body) < 0.9 * len(gzipped.body)
    assert f"The site is at {served_site.url}/" in said
    assert f"{served_site.url}/admin/password/" in said


def test_serve_starts_again_in_seconds(served_site, tmp_path):
    shutil.copytree(served_site.folder, tmp_path / "again")
    started = time.monotonic()
    with served(tmp_path / "again") as site:
        assert fetch(site.url)[0] == 200
        assert "Preparing the static files" not in site.log.read_text()
    assert time.monotonic() - started < 30


@pytest.fixture
def bare_copy(tmp_path):
    """The scripts alone, in a folder with nothing made yet."""
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    return tmp_path


def programs(folder, *names, **scripts):
    """A PATH that holds only these programs."""
    folder.mkdir()
    for name in names:
        (folder / name).symlink_to(shutil.which(name))
    for name, text in scripts.items():
        script = folder / name.replace("_", ".")
        script.write_text(f"#!/bin/sh\n{text}\n")
        script.chmod(0o755)
    return str(folder)


BASICS = ("dirname", "basename", "cmp", "id")


def environment_script(folder, path):
    return run(["/bin/sh", str(folder / ".ci/environment")], folder, PATH=path)


def test_without_python_the_start_says_which_to_install(bare_copy):
    outcome = environment_script(bare_copy, programs(bare_copy / "bin", *BASICS))
    assert outcome.returncode == 1
    assert outcome.stderr.startswith("The site cannot start: Python 3.11 or newer is needed; install it")


def test_a_python_that_cannot_make_environments_is_said(bare_copy):
    # Stands in for Debian's Python without python3-venv, on a machine without apt-get.
    python = 'case "$2" in *version_info*) exit 0;; *) exit 1;; esac'
    outcome = environment_script(bare_copy, programs(bare_copy / "bin", *BASICS, python3=python))
    assert outcome.returncode == 1
    assert "install python3-venv" in outcome.stderr


def test_an_environment_that_is_already_right_is_left_alone(bare_copy):
    path = programs(bare_copy / "bin", *BASICS)
    (bare_copy / ".venv/bin").mkdir(parents=True)
    (bare_copy / ".venv/bin/python").symlink_to(sys.executable)
    shutil.copy(bare_copy / ".ci/requirements.lock", bare_copy / ".venv/requirements.lock")
    outcome = environment_script(bare_copy, path)
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (0, "", "")
