"""Whatever is sent to a staff address, nothing, half a form or nonsense, no answer is a fault of ours."""

import os

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from djangocms_alias.models import AliasContent

from tests.roles import matrix

pytestmark = pytest.mark.usefixtures("site")

# Those that failed once. `make matrix` asks all, which takes half a minute.
FAILED = ("filer/folder", "move-page", "cms_wizard/create", "aliascontent")
NONSENSE = {"_save": "x", "action": "x", "form-TOTAL_FORMS": "x", "parent_id": "x", "position": "x", "target": "x"}
ODD = "?page=x&parent_id=x&placeholder_id=x&plugin_type=x&target=x&id=x&language=x&app_label=x&_to_field=x&p=x"


@pytest.fixture
def staff(editor):
    browser = Client(raise_request_exception=False)
    browser.force_login(editor)
    return browser


def test_nothing_and_nonsense_sent_by_somebody_who_may_do_everything_are_no_fault(staff, editor):
    filled, faults = matrix.Filled(editor), []
    everything = os.environ.get("MATRIX") == "all"
    for path in dict.fromkeys(matrix.addresses()):
        if not (everything or any(word in path for word in FAILED)):
            continue
        address = filled.address(path)
        for name, ask in {
            "nothing": lambda address=address: staff.post(address),
            "nonsense": lambda address=address: staff.post(address, NONSENSE),
            "odd": lambda address=address: staff.get(address + ODD),
        }.items():
            mark = transaction.savepoint()
            status = ask().status_code
            transaction.savepoint_rollback(mark)
            if status >= 500:
                faults.append(f"{name} {address} {status}")
    assert faults == []


def test_a_form_that_came_in_incomplete_says_so(staff, editor):
    folder = matrix.Filled(editor).folder
    answer = staff.post(reverse("admin:filer_folder_change", args=[folder.pk]))
    assert answer.status_code == 400
    assert "This form came in incomplete" in answer.content.decode()


def test_a_fault_of_our_own_stays_one(staff, monkeypatch):
    monkeypatch.setattr("astr_site.desk.templatetags.desk_tags.sections_for", lambda user: {}["ours"])
    assert staff.get("/admin/").status_code == 500


def test_a_text_of_an_alias_can_be_deleted(staff, editor):
    content = AliasContent._base_manager.get(alias=matrix.Filled(editor).alias)
    answer = staff.post(reverse("admin:djangocms_alias_aliascontent_delete", args=[content.pk]), {"post": "yes"})
    assert answer.status_code == 302
    assert not AliasContent._base_manager.filter(pk=content.pk).exists()
