"""A bad value stops the start with one sentence that says how to mend it."""

import stat
import sys

import pytest

from astr_site import environment, operation
from tests.commands import manage, run

BAD_VALUES = [
    ("PORT", "eight thousand"),
    ("PORT", "70000"),
    ("SITE_URL", "example.org"),
    ("SITE_URL", "http://[example.org"),
    ("DEBUG", "maybe"),
    ("WEB_CONCURRENCY", "0"),
    ("TIME_ZONE", "Mars/Olympus"),
    ("DATABASE_URL", "nonsense"),
    ("DATABASE_URL", "mysql://localhost/site"),
    ("DATABASE_URL", "postgres://localhost:port/site"),
    ("DATABASE_URL", "postgres://localhost"),
    ("CACHE_URL", "memcached://localhost"),
    ("CACHE_URL", "redis://localhost:port"),
    ("MEDIA_STORAGE_URL", "https://host/bucket"),
    ("MEDIA_STORAGE_URL", "s3://host/bucket"),
    ("EMAIL_URL", "smtp://mail:port"),
    ("EMAIL_FROM", "the clinic"),
    ("DATA_DIR", "/dev/null/site"),
    ("DATA_DIR", "/proc/site"),
]

BAD_OPERATION = [
    ("BACKUP_URL", "ftp://host/folder"),
    ("BACKUP_URL", "s3://host/bucket"),
    ("BACKUP_KEY", "age1nonsense"),
    ("BACKUP_KEEP_DAYS", "0"),
    ("LOG_FORMAT", "xml"),
    ("SLOW_QUERY_MS", "fast"),
    ("METRICS_TOKEN", "short"),
    ("SENTRY_DSN", "https://host/1"),
    ("KEEP_VERSIONS_MONTHS", "-1"),
]


@pytest.mark.parametrize(("name", "value"), BAD_OPERATION)
def test_a_bad_value_for_running_the_site_is_named_too(name, value, monkeypatch, tmp_path):
    monkeypatch.setenv(name, value)
    with pytest.raises(environment.BadSetting, match=name) as stop:
        operation.read(tmp_path)
    assert "set it to" in str(stop.value)


@pytest.mark.parametrize(("name", "value"), BAD_VALUES)
def test_a_bad_value_is_named_in_one_sentence_that_says_how_to_mend_it(name, value, monkeypatch):
    monkeypatch.setenv(name, value)
    with pytest.raises(environment.BadSetting) as stop:
        environment.read()
    sentence = str(stop.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert name in sentence
    assert "set " in sentence


@pytest.mark.parametrize("private", ["STORIES_URL", "BACKUP_URL"])
def test_pictures_never_share_a_bucket_with_what_is_private(private, monkeypatch):
    monkeypatch.setenv("MEDIA_STORAGE_URL", "s3://key:secret@host/pictures?region=eu-west-1")
    monkeypatch.setenv(private, "s3://other:secret@host/pictures")
    with pytest.raises(environment.BadSetting, match="a bucket of its own"):
        environment.read()
    monkeypatch.setenv(private, "s3://key:secret@host/private")
    assert environment.read().media["BACKEND"] == "astr_site.bucket.PictureBucket"


@pytest.mark.parametrize(
    ("name", "value"), [("DATABASE_URL", "nonsense"), ("DATA_DIR", "/dev/null/site"), ("PORT", "x")]
)
def test_no_command_starts_with_a_bad_value(name, value, tmp_path):
    outcome = manage("check", folder=tmp_path, **{name: value})
    assert outcome.returncode == 3
    assert outcome.stdout == ""
    assert outcome.stderr.startswith("The site cannot start: ")
    assert outcome.stderr.count("\n") == 1


def test_the_web_server_does_not_start_with_a_bad_value_either(tmp_path):
    words = [sys.executable, "-m", "gunicorn", "-c", "python:astr_site.gunicorn", "astr_site.asgi"]
    outcome = run(words, tmp_path, DATABASE_URL="nonsense")
    assert outcome.returncode == 3
    assert outcome.stderr.startswith("The site cannot start: DATABASE_URL")
    assert "Traceback" not in outcome.stderr


def test_the_secret_key_is_made_once_and_is_for_its_owner_only(tmp_path):
    first = environment.kept_secret(tmp_path)
    assert len(first) >= 50
    assert environment.kept_secret(tmp_path) == first
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_a_damaged_secret_key_stops_the_start(tmp_path):
    (tmp_path / "secret_key").write_text("short")
    with pytest.raises(environment.BadSetting, match="delete that file"):
        environment.kept_secret(tmp_path)


def test_the_host_of_the_site_is_allowed_without_being_named_twice(monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://clinic.example/")
    values = environment.read()
    assert values.site_url == "https://clinic.example"
    assert "clinic.example" in values.allowed_hosts


def test_the_built_in_database_waits_for_a_writer_instead_of_failing(tmp_path):
    settings = environment.database("", tmp_path)
    assert settings["ENGINE"] == "django.db.backends.sqlite3"
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert settings["OPTIONS"]["timeout"] >= 5
    assert "journal_mode=WAL" in settings["OPTIONS"]["init_command"]


def test_postgresql_and_redis_are_chosen_by_address(tmp_path):
    database = environment.database("postgres://ann:p%40ss@db:5433/site", tmp_path)
    assert (database["ENGINE"], database["PASSWORD"]) == ("django.db.backends.postgresql", "p@ss")
    assert environment.cache("redis://cache:6379/1", tmp_path, "cache")["LOCATION"] == "redis://cache:6379/1"


def test_mail_is_sent_by_address(monkeypatch):
    settings = environment.email("smtp+tls://post%40clinic:word@mail.example")
    assert settings["EMAIL_HOST_USER"] == "post@clinic"
    assert settings["EMAIL_PORT"] == 587
    assert settings["EMAIL_USE_TLS"] is True
    assert settings["EMAIL_USE_SSL"] is False
