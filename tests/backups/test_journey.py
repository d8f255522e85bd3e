"""Back up while people write, lose everything, restore on another machine: the same pages, byte for byte (issue 10)."""

import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager

import pytest
from django.db import connection

from astr_site.environment import ROOT
from tests.commands import manage, run, surroundings
from tests.servers import ask, serving

NAME = {"SITE_URL": "http://clinic.example", "ALLOWED_HOSTS": "127.0.0.1"}


@pytest.fixture
def installed(loaded, stage, tmp_path):
    """A folder with a story in it, and what names its database."""
    folder = shutil.copytree(loaded, tmp_path / "site")
    values = {"DATABASE_URL": database_of_its_own()}
    if values["DATABASE_URL"]:
        for words in (["migrate"], ["load_content"]):
            assert manage(*words, "--verbosity=0", folder=folder, **values).returncode == 0
    number, secret = stage(folder, **values)
    yield folder, values | NAME, number, secret
    drop_database_of_its_own()


def database_of_its_own():
    """On SQLite the folder holds one; on PostgreSQL one is made beside that of the tests."""
    if connection.vendor == "sqlite":
        return ""
    drop_database_of_its_own()
    owner("CREATE DATABASE astr_backup_journey")
    return re.sub(r"/[^/]+$", "/astr_backup_journey", os.environ["DATABASE_URL"])


def drop_database_of_its_own():
    if connection.vendor != "sqlite":
        owner("DROP DATABASE IF EXISTS astr_backup_journey WITH (FORCE)")


def owner(words):
    with connection._nodb_cursor() as cursor:
        cursor.execute(words)


@contextmanager
def writing(folder, values):
    """Somebody writes, until the block is left; yields once a few steps are done."""
    words = [sys.executable, "-m", "tests.backups.writer"]
    env = surroundings(folder, DJANGO_SETTINGS_MODULE="astr_site.settings", **values)
    with subprocess.Popen(words, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as writer:
        for _step in range(5):
            assert writer.stdout.readline()
        try:
            yield
        finally:
            assert writer.poll() is None, "the writer stopped by itself"
            writer.terminate()


def pages(site):
    """Return {address: bytes} of everything public that the sitemaps name, and of what belongs to it."""
    found, body = {}, ask(f"{site}/sitemap.xml").body.decode()
    for section in re.findall(r"<loc>http://[^/]+(/[^<]+)</loc>", body):
        found[section] = ask(site + section).body
    for address in {
        each for text in found.values() for each in re.findall(r"<loc>http://[^/]+(/[^<]*)</loc>", text.decode())
    }:
        found[address] = ask(site + address).body
    return found


def look(folder, values):
    seen = run(
        [sys.executable, "-m", "tests.backups.look"], folder, DJANGO_SETTINGS_MODULE="astr_site.settings", **values
    )
    assert seen.returncode == 0, seen.stderr
    return json.loads(seen.stdout)


@pytest.mark.django_db
def test_a_destroyed_site_comes_back_as_it_was_while_people_were_writing(installed, tmp_path):
    folder, values, number, secret = installed
    with serving(folder, **values) as before, writing(folder, values):
        made = manage("backup", "--to", tmp_path / "kept", folder=folder, **values)
        assert made.returncode == 0, made.stderr
        shown = pages(before)
        film = ask(f"{before}/stories/{number}/video").body
    (backup,) = (tmp_path / "kept").iterdir()

    shutil.rmtree(folder)
    elsewhere = tmp_path / "another machine"
    if connection.vendor != "sqlite":
        values["DATABASE_URL"] = database_of_its_own()
    restored = manage("restore", backup, folder=elsewhere, **values)
    assert restored.returncode == 0, restored.stderr
    assert "Restored." in restored.stdout
    assert manage("collectstatic", "--noinput", "--verbosity=0", folder=elsewhere, **values).returncode == 0

    found = look(elsewhere, values)
    assert found["pairs"] >= 5
    assert found["broken pairs"] == 0
    assert found["stories"] >= found["pairs"]
    assert found["missing files"] == []
    with serving(elsewhere, **values) as after:
        again = pages(after)
        assert len(again) > 40
        assert [address for address in shown if again.get(address) != shown[address]] == []
        assert ask(f"{after}/stories/{number}/video").body == film

        # The person withdraws; restoring the older backup over it must not bring the story back (H3).
        ask(f"{after}/my-story/{secret}/", data=b"")
    refused = manage("restore", backup, folder=elsewhere, **values)
    assert refused.returncode == 1
    assert "use --overwrite" in refused.stderr
    assert look(elsewhere, values)["withdrawn"] == 1
    over = manage("restore", backup, "--overwrite", folder=elsewhere, **values)
    assert over.returncode == 0, over.stderr
    assert "1 permissions that patients withdrew after the backup are withdrawn again." in over.stdout
    assert look(elsewhere, values)["withdrawn"] == 1
    assert list(elsewhere.glob("before-restore-*/*"))
