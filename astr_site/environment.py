"""Every setting that the surroundings may give, read in one place.

A bad value stops the start with one sentence that says how to mend it (issue 2, Commands).
"""

import os
import secrets
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo

import dj_database_url
from environs import Env

ROOT = Path(__file__).resolve().parent.parent
STORIES_FOLDER = "stories"
CLUSTERS = {
    "opensearch": "modelsearch.backends.opensearch2",
    "elasticsearch": "modelsearch.backends.elasticsearch8",
}
YES, NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


class BadSetting(Exception):
    """A sentence for the person who starts the site."""


@contextmanager
def say_and_stop():
    """Say what is wrong in one sentence instead of a traceback, and end with a non-zero exit."""
    try:
        yield
    except BadSetting as problem:
        print(f"The site cannot start: {problem}", file=sys.stderr, flush=True)
        # gunicorn gives up at this exit code; after any other it would start new workers for ever.
        raise SystemExit(3) from None


@dataclass(frozen=True)
class Environment:
    """The settings as clean values; settings.py copies them and reads nothing else."""

    debug: bool
    data_dir: Path
    host: str
    port: int
    workers: int
    site_url: str
    secret_key: str
    allowed_hosts: list
    database: dict
    cache: dict
    schedule_cache: dict
    limits_cache: dict
    pages_cache: dict
    page_cache: bool
    search: dict
    proxies: int
    staff_session_hours: int
    staff_pause_minutes: int
    time_zone: str
    email: dict
    story_confirm_months: int
    story_video_mb: int
    stories: dict
    stories_hosts: list
    media: dict
    stories_accel: str
    embed_hosts: list
    cdn_purge_url: str
    cdn_purge_token: str


def read():
    env = Env()
    env.read_env(str(ROOT / ".env"), recurse=False)
    data_dir = writable_directory(env.str("DATA_DIR", "") or "var")
    port = port_number(env.str("PORT", "") or "8000")
    site_url = site_address(env.str("SITE_URL", "") or f"http://127.0.0.1:{port}")
    hosts = [host for host in env.list("ALLOWED_HOSTS", []) if host]
    return Environment(
        debug=yes_or_no("DEBUG", env.str("DEBUG", "")),
        data_dir=data_dir,
        host=env.str("HOST", "") or "127.0.0.1",
        port=port,
        workers=worker_count(env.str("WEB_CONCURRENCY", "") or "2"),
        site_url=site_url,
        secret_key=env.str("SECRET_KEY", "") or kept_secret(data_dir),
        allowed_hosts=hosts or sorted({urlsplit(site_url).hostname, "127.0.0.1", "localhost", "[::1]"}),
        database=database(env.str("DATABASE_URL", ""), data_dir),
        cache=cache(env.str("CACHE_URL", ""), data_dir, "cache"),
        schedule_cache=cache(env.str("CACHE_URL", ""), data_dir, "schedule"),
        limits_cache=cache(env.str("CACHE_URL", ""), data_dir, "limits"),
        pages_cache=cache(env.str("CACHE_URL", ""), data_dir, "pages"),
        page_cache=yes_or_no("PAGE_CACHE", env.str("PAGE_CACHE", "") or "yes"),
        search=search(env.str("SEARCH_URL", "")),
        proxies=number("PROXIES", env.str("PROXIES", "") or str(int(urlsplit(site_url).scheme == "https")), 0, 9),
        staff_session_hours=number("STAFF_SESSION_HOURS", env.str("STAFF_SESSION_HOURS", "") or "12", 1, 168),
        staff_pause_minutes=number("STAFF_PAUSE_MINUTES", env.str("STAFF_PAUSE_MINUTES", "") or "120", 5, 1440),
        time_zone=time_zone(env.str("TIME_ZONE", "") or "UTC"),
        email=email(env.str("EMAIL_URL", "") or "console://") | sender(env.str("EMAIL_FROM", ""), site_url),
        stories_hosts=stories_hosts(env.str("STORIES_URL", "")),
        stories=stories(env.str("STORIES_URL", ""), data_dir),
        media=media(*(env.str(name, "") for name in ("MEDIA_STORAGE_URL", "STORIES_URL", "BACKUP_URL"))),
        embed_hosts=framing_sites(env.list("EMBED_HOSTS", [])),
        cdn_purge_url=cache_in_front(env.str("CDN_PURGE_URL", "")),
        cdn_purge_token=env.str("CDN_PURGE_TOKEN", ""),
        stories_accel=internal_path(env.str("STORIES_ACCEL", "")),
        story_video_mb=number("STORY_VIDEO_MB", env.str("STORY_VIDEO_MB", "") or "500", 1, 20_000),
        story_confirm_months=number("STORY_CONFIRM_MONTHS", env.str("STORY_CONFIRM_MONTHS", "") or "24", 1, 60),
    )


def writable_directory(name):
    """The folder of everything that changes; tried by writing, because root passes any permission bit."""
    path = ROOT / Path(name).expanduser()
    try:
        path.mkdir(mode=0o750, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            pass
    except OSError as problem:
        raise BadSetting(
            f"nothing can be written to the data folder {path} ({problem.strerror}); "
            "set DATA_DIR to a folder that this user may write to."
        ) from None
    return path


def kept_secret(data_dir):
    """The secret key of this installation, made once and readable by its owner only."""
    path = data_dir / "secret_key"
    try:
        with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        path.chmod(0o600)
    key = path.read_text().strip()
    if len(key) < 50:
        raise BadSetting(f"the secret key in {path} is too short; delete that file and start again.")
    return key


def number(name, text, least, most):
    if not text.isdecimal() or not least <= int(text) <= most:
        raise BadSetting(f"{name} is “{text}”; set it to a number from {least} to {most}.")
    return int(text)


def port_number(text):
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise BadSetting(f"PORT is “{text}”; set it to a number from 1 to 65535, such as 8000.")
    return int(text)


def worker_count(text):
    if not text.isdecimal() or not 0 < int(text) <= 64:
        raise BadSetting(f"WEB_CONCURRENCY is “{text}”; set it to a number from 1 to 64, such as 2.")
    return int(text)


def address(text):
    """The parts of an address; one that cannot be taken apart has none."""
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - reading it is what finds a port that is no number
        return parts
    except ValueError:
        return urlsplit("")


def site_address(text):
    parts = address(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/"):
        raise BadSetting(f"SITE_URL is “{text}”; set it to the site's address, such as https://example.org.")
    return text.rstrip("/")


def yes_or_no(name, text):
    if text.lower() not in YES | NO:
        raise BadSetting(f"{name} is “{text}”; set it to yes or no.")
    return text.lower() in YES


def time_zone(name):
    try:
        return ZoneInfo(name).key
    except (ValueError, OSError, LookupError):
        raise BadSetting(f"TIME_ZONE is “{name}”; set it to a name such as America/New_York.") from None


def database(url, data_dir):
    """SQLite, tuned for several readers and one quick writer, unless DATABASE_URL names PostgreSQL."""
    if not url:
        url = "sqlite:///" + str(data_dir / "site.sqlite3")
    advice = "set it to postgres://user:password@host:5432/name, or remove it to use the built-in SQLite."
    try:
        if address(url).scheme not in {"sqlite", "postgres", "postgresql"}:
            raise ValueError
        settings = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    except (ValueError, KeyError, dj_database_url.ParseError):
        raise BadSetting(f"DATABASE_URL cannot be understood; {advice}") from None
    if not settings["NAME"]:
        raise BadSetting(f"DATABASE_URL names no database; {advice}")
    if settings["ENGINE"].endswith("sqlite3"):
        settings["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;",
        }
        settings["CONN_HEALTH_CHECKS"] = False
    return settings


def cache(url, data_dir, name):
    """A cache of this name that all worker processes share, so that what one publishes the others show at once."""
    if not url:
        return {
            "BACKEND": "astr_site.caches.ForgivingFileCache",
            "LOCATION": str(data_dir / name),
            "OPTIONS": {"MAX_ENTRIES": 5000},
        }
    if address(url).scheme not in {"redis", "rediss"} or not address(url).hostname:
        raise BadSetting("CACHE_URL cannot be understood; set it to redis://host:6379/0, or remove it.")
    # A cache that hangs must not hold up readers: what it does not say at once is made anew.
    patience = {"socket_connect_timeout": 0.5, "socket_timeout": 1}
    backend = "astr_site.caches.ForgivingRedisCache"
    return {"BACKEND": backend, "LOCATION": url, "KEY_PREFIX": name, "OPTIONS": patience}


def search(url):
    """The search index in the database, unless SEARCH_URL names a cluster; both are asked in the same way."""
    if not url:
        # Words come stemmed (astr_site/search), so that PostgreSQL must not stem them again; and the whole rebuild
        # is one transaction already.
        return {"BACKEND": "modelsearch.backends.database", "SEARCH_CONFIG": "simple", "ATOMIC_REBUILD": False}
    parts = address(url)
    engine, _plus, transport = parts.scheme.partition("+")
    if engine not in CLUSTERS or transport not in {"", "http"} or not parts.hostname:
        raise BadSetting(
            "SEARCH_URL cannot be understood; set it to opensearch://user:password@host:9200/name or "
            "elasticsearch://…, or remove it."
        )
    host = url.partition("://")[2].partition("/")[0]
    return {
        "BACKEND": CLUSTERS[engine],
        "URLS": [f"{transport or 'https'}://{host}"],
        "INDEX_PREFIX": f"{parts.path.strip('/') or 'astr'}_",
        "TIMEOUT": 5,
    }


def stories(url, data_dir):
    """Where the files of stories lie: in DATA_DIR, or in a bucket that hands them out for a minute at a time."""
    if not url:
        return {"BACKEND": "astr_site.disk.StoryStorage", "OPTIONS": {"location": data_dir / STORIES_FOLDER}}
    return {"BACKEND": "astr_site.bucket.StoryBucket", "OPTIONS": bucket("STORIES_URL", url)}


def media(url, *private):
    """Where the pictures of pages lie: in DATA_DIR, or in a bucket from which the site itself hands them out."""
    if not url:
        return {"BACKEND": "astr_site.disk.PictureStorage", "OPTIONS": {}}
    options = bucket("MEDIA_STORAGE_URL", url)
    place = options["endpoint_url"], options["bucket_name"]
    for other in private:
        if other.startswith(("s3://", "s3+http://")):
            taken = bucket("STORIES_URL or BACKUP_URL", other)
            if (taken["endpoint_url"], taken["bucket_name"]) == place:
                raise BadSetting(
                    "MEDIA_STORAGE_URL names the bucket of stories or of backups, and whatever lies in it is handed "
                    "out to everybody; name a bucket of its own."
                )
    return {"BACKEND": "astr_site.bucket.PictureBucket", "OPTIONS": options}


def bucket(name, url):
    """How to reach a bucket of any provider that speaks S3."""
    parts, more = address(url), dict(parse_qsl(address(url).query))
    bucket = parts.path.strip("/")
    if parts.scheme not in {"s3", "s3+http"} or not parts.hostname or not bucket or not parts.username:
        raise BadSetting(f"{name} cannot be understood; set it to s3://key:secret@host/bucket, or remove it.")
    secure = "http" if parts.scheme == "s3+http" else "https"
    return {
        "access_key": unquote(parts.username),
        "secret_key": unquote(parts.password or ""),
        "bucket_name": bucket,
        "endpoint_url": f"{secure}://{parts.hostname}" + (f":{parts.port}" if parts.port else ""),
        "region_name": more.get("region", "us-east-1"),
        "default_acl": "private",
        "querystring_auth": True,
        "querystring_expire": 60,
        "signature_version": "s3v4",
        "addressing_style": "path",
        "file_overwrite": False,
    }


def stories_hosts(url):
    """The host that readers' browsers fetch stories from, beside our own."""
    return [stories(url, None)["OPTIONS"]["endpoint_url"]] if url else []


def framing_sites(texts):
    """The websites that may frame our stories; none stands for any."""
    sites = [text.strip().rstrip("/") for text in texts if text.strip()]
    for site in sites:
        parts = address(site)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or set(site) & set(" ;,'"):
            raise BadSetting(f"EMBED_HOSTS names “{site}”; list addresses such as https://partner.example, or none.")
    return sites


def cache_in_front(text):
    """Where PURGE requests go."""
    if text and (address(text).scheme not in {"http", "https"} or not address(text).hostname):
        raise BadSetting(f"CDN_PURGE_URL is “{text}”; set it to an address such as http://127.0.0.1:6081.")
    return text.rstrip("/")


def internal_path(text):
    """The address under which nginx, and only nginx, finds the folder of stories."""
    if text and not (text.startswith("/") and text.endswith("/")):
        raise BadSetting(f"STORIES_ACCEL is “{text}”; set it to a path such as /stories-files/, or remove it.")
    return text


def sender(text, site_url):
    """Who messages come from."""
    text = text or f"no-reply@{urlsplit(site_url).hostname}"
    if "@" not in parseaddr(text)[1]:
        raise BadSetting(f"EMAIL_FROM is “{text}”; set it to an address such as Clinic <office@example.org>.")
    return {"DEFAULT_FROM_EMAIL": text, "SERVER_EMAIL": text}


def email(url):
    """Where messages go: console:// prints them; smtp+tls://user:password@host:587 sends them."""
    parts = address(url)
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if parts.scheme not in {"smtp", "smtp+tls", "smtp+ssl"} or not parts.hostname:
        raise BadSetting("EMAIL_URL cannot be understood; set it to smtp+tls://user:password@host:587, or remove it.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtp+ssl",
        "EMAIL_TIMEOUT": 10,
    }
