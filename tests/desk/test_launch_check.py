"""One checklist, two views: the staff home and a command with an exit code (issue 10, item 6)."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from astr_site.backups import making
from astr_site.desk import sections
from astr_site.health import probes
from tests.commands import manage

pytestmark = pytest.mark.usefixtures("site")


def launch_check():
    out = io.StringIO()
    try:
        call_command("launch_check", stdout=out)
    except CommandError as problem:
        return out.getvalue(), str(problem)
    return out.getvalue(), ""


def test_it_says_what_the_staff_home_says(client, editor):
    told, problem = launch_check()
    client.force_login(editor)
    home = client.get("/admin/").content.decode()
    for check in sections.every_check(editor):
        assert f"[{'x' if check.done else ' '}] {check.text}" in told
        assert str(check.text) in home
    assert "left to do" in problem


def test_a_line_is_ticked_once_it_is_done(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    assert "[ ] A backup was made within the last day – manage.py backup" in launch_check()[0]
    making.remember({"made_at": (timezone.now() - timezone.timedelta(days=3)).isoformat()})
    assert "[ ] A backup was made" in launch_check()[0]
    making.remember({"made_at": timezone.now().isoformat()})
    assert "[x] A backup was made" in launch_check()[0]


def test_it_ends_well_when_nothing_is_left(monkeypatch):
    monkeypatch.setattr("astr_site.management.commands.launch_check.every_check", lambda user: [])
    monkeypatch.setattr("astr_site.management.commands.launch_check.call_command", lambda *a, **k: None)
    probes.kept = (0.0, {})
    told, problem = launch_check()
    assert problem == ""
    assert "[x] It answers: database" in told
    assert told.endswith("Nothing is left to do.\n")


def test_a_line_that_cannot_be_judged_stops_it(monkeypatch):
    monkeypatch.setattr(sections, "_checks", [(1, lambda user: 1 / 0)])
    with pytest.raises(ZeroDivisionError):
        call_command("launch_check")


def test_a_site_without_its_tables_is_not_whole_and_says_so(tmp_path):
    done = manage("launch_check", folder=tmp_path)
    assert done.returncode == 1
    assert "[ ] The checklist of the staff home can be read – no such table" in done.stdout
    assert "[ ] It answers: migrations" in done.stdout
    assert "left to do" in done.stderr
    assert "Traceback" not in done.stderr
