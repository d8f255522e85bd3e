"""The files for containers say what the site needs, as far as that can be read; container.py runs them (issue 10)."""

import re
import subprocess

import yaml

from astr_site.environment import ROOT
from tests.operation import dockerfile

COMPOSE = yaml.safe_load((ROOT / ".readme/operation/compose.yaml").read_text())
OURS = ("prepare", "site", "night")


def test_every_setting_given_in_a_container_is_one_of_the_site():
    known = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    given = set(COMPOSE["x-site"]["environment"])
    for word, rest in dockerfile.instructions():
        if word == "ENV":
            given |= set(re.findall(r"(\w+)=", rest)) - {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"}
    assert {"DATABASE_URL", "CACHE_URL", "STORIES_URL", "MEDIA_STORAGE_URL", "DATA_DIR"} <= given
    assert given <= known


def test_the_site_is_never_root_and_writes_to_its_data_alone():
    words = dict(dockerfile.instructions())
    assert words["USER"] == "10001:10001"
    for name in OURS:
        service = COMPOSE["services"][name]
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["tmpfs"] == ["/tmp"]  # noqa: S108 - the name in the container
        assert service["volumes"] == ["data:/data"]


def test_no_secret_stands_in_the_files_and_none_has_a_default():
    for name, value in COMPOSE["x-site"]["environment"].items():
        for word in re.findall(r"\$\{(\w+)", str(value)):
            if word.endswith(("KEY", "PASSWORD", "SECRET")) and word != "BACKUP_KEY":
                assert f"${{{word}:?" in value, name


def test_a_build_is_sent_all_that_the_site_runs_on_and_nothing_private():
    sent = {str(path) for path in dockerfile.context()}
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    folders = ("astr_site/", "techniques/", "providers/", "testimonials/", "templates/", "static/", "content/")
    needed = {path for path in listed.splitlines() if path.startswith(folders) and (ROOT / path).is_file()}
    assert len(needed) > 300
    assert needed <= sent
    assert {"manage.py", ".ci/requirements.lock"} <= sent
    assert not [path for path in sent if path.startswith(("tests/", ".git/", ".venv/", "var/", ".env"))]
