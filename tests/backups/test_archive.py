"""A backup proves itself: whatever is missing, changed or added is found before anything is restored."""

import io
import json
import sqlite3
import tarfile
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from django.core.management import CommandError, call_command

from astr_site.backups import places, sealing
from astr_site.backups.archive import MANIFEST, Damaged, Writer, unpack
from astr_site.backups.given import settings_without_secrets
from tests import services

PRIVATE, PUBLIC = sealing.new_key()


def archive(key=""):
    """Return a small backup, with a film of a few megabytes in it."""
    file = io.BytesIO()
    with sealing.sealed(file, key) as stream:
        writer = Writer(stream)
        writer.add_bytes("database/site.sqlite3.gz", b"rows")
        writer.add_bytes("stories/film.mp4", b"film" * 2**20)
        writer.finish({"made_at": "now"})
    return file.getvalue()


def unpacked(data, folder, private=""):
    with sealing.opened(io.BytesIO(data), private) as stream:
        return unpack(stream, folder)


def rebuilt(data, change):
    """Return the archive with its entries as `change` gives them back: a list of (name, bytes)."""
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        entries = [(member.name, tar.extractfile(member).read()) for member in tar]
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as tar:
        for name, content in change(entries):
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return file.getvalue()


def test_a_whole_backup_is_unpacked_as_it_was(tmp_path):
    manifest = unpacked(archive(), tmp_path)
    assert (tmp_path / "stories/film.mp4").read_bytes() == b"film" * 2**20
    assert manifest["made_at"] == "now"
    assert manifest["entries"]["stories/film.mp4"]["bytes"] == 4 * 2**20


CHANGES = {
    "an entry is missing": lambda entries: entries[1:],
    "an entry was changed": lambda entries: [("database/site.sqlite3.gz", b"Rows"), *entries[1:]],
    "an entry was added": lambda entries: [("stories/other.mp4", b""), *entries],
    "an entry stands twice": lambda entries: [entries[0], *entries],
    "it would be written elsewhere": lambda entries: [("stories/../../elsewhere", b""), *entries],
    "it would be written anywhere": lambda entries: [("/stories/elsewhere", b""), *entries],
    "it is of no known kind": lambda entries: [("program.sh", b""), *entries],
    "the manifest is missing": lambda entries: entries[:-1],
    "the manifest is nonsense": lambda entries: [*entries[:-1], (MANIFEST, b"{")],
    "a later format": lambda entries: [*entries[:-1], (MANIFEST, json.dumps({"format": 9, "entries": {}}).encode())],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_not_as_the_manifest_says_is_refused(change, tmp_path):
    with pytest.raises(Damaged):
        unpacked(rebuilt(archive(), change), tmp_path / "here")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("length", [0, 100, 2_000_000, -11_000])
def test_a_backup_that_was_cut_off_is_refused(length, tmp_path):
    with pytest.raises(Damaged):
        unpacked(archive()[:length], tmp_path)


def test_an_encrypted_backup_shows_nothing_and_opens_with_its_key(tmp_path):
    data = archive(PUBLIC)
    assert b"film" not in data
    assert unpacked(data, tmp_path, PRIVATE)["made_at"] == "now"


WRONG = {
    "no key": (lambda data: data, "", "encrypted"),
    "a file without a key": (lambda data: data, "none", "holds none"),
    "another key": (lambda data: data, sealing.new_key()[0], "cannot be decrypted"),
    "a changed byte": (lambda data: data[:1_000_000] + b"x" + data[1_000_001:], PRIVATE, "cannot be"),
    "a lost end": (lambda data: data[:-70_000], PRIVATE, "cannot be"),
    "a lost byte": (lambda data: data[:-1], PRIVATE, "cannot be"),
}


@pytest.mark.parametrize("case", WRONG)
def test_an_encrypted_backup_with_a_wrong_key_or_a_changed_byte_is_refused(case, tmp_path):
    damage, private, says = WRONG[case]
    with pytest.raises(Damaged, match=says):
        unpacked(damage(archive(PUBLIC)), tmp_path, private)


def test_settings_are_kept_without_what_is_secret(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://clinic:pass%40word@db:5432/site")
    monkeypatch.setenv("SECRET_KEY", "a secret of fifty letters")
    monkeypatch.setenv("METRICS_TOKEN", "another secret")
    monkeypatch.setenv("SITE_URL", "https://clinic.example")
    told = settings_without_secrets()
    assert told["SITE_URL"] == "https://clinic.example"
    assert told["DATABASE_URL"] == "postgres://(secret)@db:5432/site"
    assert "secret of" not in json.dumps(told)
    assert "another" not in json.dumps(told)


@pytest.fixture
def full_place(tmp_path):
    """A folder with a backup of each of the last sixty nights, and a half one."""
    now = datetime(2026, 11, 25, 3, tzinfo=UTC)
    for night in range(60):
        (tmp_path / places.name_for(now - timedelta(days=night), "")).touch()
    (tmp_path / ".astr-backup-half").mkdir()
    (tmp_path / "astr-notes.txt").touch()
    return places.Folder(tmp_path), now


def test_old_backups_go_and_nothing_else(full_place):
    where, now = full_place
    removed = places.remove_old(where, now)
    assert len(removed) == 60 - 36
    assert min(places.made_at(name) for name in where.names()) == now - timedelta(days=35)
    assert (where.path / "astr-notes.txt").exists()


def test_the_last_backups_stay_however_old_they_are(full_place):
    where, now = full_place
    places.remove_old(where, now + timedelta(days=1000))
    assert len(where.names()) == places.ALWAYS_KEPT


def test_a_bucket_keeps_lists_hands_out_and_removes_backups(tmp_path, settings):
    from astr_site import operation

    with services.bucket() as bucket:
        options = operation.backup_place(bucket.url, tmp_path)[1]
        where = places.Bucket(options)
        part = tmp_path / "part"
        part.write_bytes(archive(PUBLIC))
        name = places.name_for(datetime(2026, 11, 25, 3, tzinfo=UTC), PUBLIC)
        where.keep(part, name)
        assert not part.exists()
        assert where.names() == [name]
        assert unpacked(where.fetch(name, tmp_path).read_bytes(), tmp_path / "out", PRIVATE)["made_at"] == "now"
        where.remove(name)
        assert where.names() == []
        part.write_bytes(b"")
        bucket.pause()
        for step in (where.names, lambda: where.keep(part, name), lambda: where.fetch(name, tmp_path)):
            with pytest.raises(OSError, match="The bucket fails"):
                step()
        bucket.resume()


@pytest.mark.parametrize(
    "problem",
    [
        OSError(28, "No space left on device"),
        sqlite3.OperationalError("database or disk is full"),
        psycopg.OperationalError("the connection\nis closed"),
    ],
    ids=lambda problem: type(problem).__module__,
)
def test_a_backup_that_cannot_be_made_says_why_in_one_sentence(problem, monkeypatch, tmp_path):
    def make(where, key):
        raise problem

    monkeypatch.setattr("astr_site.backups.making.make", make)
    with pytest.raises(CommandError, match=r"^No backup was made: [^\n]+\. Earlier ones are kept\.$"):
        call_command("backup", to=str(tmp_path))
