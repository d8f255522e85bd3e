"""What the surroundings say about running the site: backups, signals, and how long things are kept (issue 10).

Every value has a safe default; a bad one stops the start with one sentence, as in environment.py.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pyrage
from environs import Env

from .environment import ROOT, BadSetting, bucket, number


@dataclass(frozen=True)
class Operation:
    backup_folder: Path | None
    backup_bucket: dict | None
    backup_key: str
    backup_keep_days: int
    log_format: str
    slow_query_ms: int
    metrics_token: str
    sentry_dsn: str
    keep_versions_months: int
    keep_staff_log_months: int
    keep_counts_months: int


def read(data_dir):
    env = Env()
    env.read_env(str(ROOT / ".env"), recurse=False)
    folder, s3 = backup_place(env.str("BACKUP_URL", ""), data_dir)

    def months(name, default):
        return number(name, env.str(name, "") or default, 0, 600)

    return Operation(
        backup_folder=folder,
        backup_bucket=s3,
        backup_key=backup_key(env.str("BACKUP_KEY", "")),
        backup_keep_days=number("BACKUP_KEEP_DAYS", env.str("BACKUP_KEEP_DAYS", "") or "35", 1, 3650),
        log_format=log_format(env.str("LOG_FORMAT", "")),
        slow_query_ms=number("SLOW_QUERY_MS", env.str("SLOW_QUERY_MS", "") or "500", 1, 600_000),
        metrics_token=metrics_token(env.str("METRICS_TOKEN", "")),
        sentry_dsn=sentry_dsn(env.str("SENTRY_DSN", "")),
        # Six years, as long as what patients signed (H5): what readers were told is evidence too.
        keep_versions_months=months("KEEP_VERSIONS_MONTHS", "72"),
        keep_staff_log_months=months("KEEP_STAFF_LOG_MONTHS", "72"),
        keep_counts_months=months("KEEP_COUNTS_MONTHS", "24"),
    )


def backup_place(text, data_dir):
    """Return (folder, None) or (None, how to reach the bucket)."""
    if text.startswith(("s3://", "s3+http://")):
        return None, bucket("BACKUP_URL", text)
    if "://" in text:
        raise BadSetting("BACKUP_URL cannot be understood; set it to a folder or to s3://key:secret@host/bucket.")
    return ROOT / Path(text or data_dir / "backups").expanduser(), None


def backup_key(text):
    """The public key (age) for which backups are encrypted: the server itself cannot read them afterwards."""
    if text:
        try:
            pyrage.x25519.Recipient.from_str(text)
        except pyrage.RecipientError:
            raise BadSetting(
                "BACKUP_KEY is no public key; set it to the line that begins with age1 and that "
                "“manage.py backup --new-key” prints, or remove it."
            ) from None
    return text


def log_format(text):
    if text not in {"", "json", "text"}:
        raise BadSetting(f"LOG_FORMAT is “{text}”; set it to json or text, or remove it.")
    return text


def metrics_token(text):
    if text and not re.fullmatch(r"[\x21-\x7e]{20,}", text):
        raise BadSetting("METRICS_TOKEN is too easy to guess; set it to 20 characters or more, without spaces.")
    return text


def sentry_dsn(text):
    parts = urlsplit(text)
    if text and not (parts.scheme in {"http", "https"} and parts.username and parts.path.strip("/")):
        raise BadSetting("SENTRY_DSN cannot be understood; set it to https://key@host/number, or remove it.")
    return text
