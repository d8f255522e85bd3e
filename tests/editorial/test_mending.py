"""A member of staff is refused by each rule, follows the checklist to the spot, mends it, and publishes."""

import html
import re

import pytest
from djangocms_versioning.models import Version

from astr_site.blocks.models import Questions
from astr_site.editorial.models import Source
from astr_site.editorial.records import cite, ensure_record

from .drafts import add, draft_page, draft_technique, publish_address

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def staff(client, editor):
    client.force_login(editor)
    return client


def state(version):
    return Version.objects.get(pk=version.pk).state


def refused(staff, version, message):
    """Press the publish button; return the address of the form to which the checklist leads."""
    page = staff.post(publish_address(version), follow=True).content.decode()
    assert state(version) == "draft"
    finding = next(item for item in page.split("checklist__item--blocks")[1:] if message in html.unescape(item))
    return html.unescape(re.search(r'href="([^"]+checklist=[^"]+)"', finding)[1])


def publish(staff, version):
    staff.post(publish_address(version))
    return state(version)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("<h3>Too deep</h3><p>Words.</p>", "Leave no level out."),
        ('<p><a href="/no-such-page/">Our prices</a></p>', "does not exist or is not published"),
        ('<p><a href="/techniques/">Click here</a></p>', "says nothing about where it leads"),
        ("<p>It is painless.</p>", "“painless” promises an effect"),
    ],
)
def test_a_wrong_text_is_refused_at_its_block_and_passes_once_it_is_mended(staff, editor, wrong, message):
    version = draft_page("glossary", user=editor)
    block = add(version, "TextPlugin", position="first-child", body=wrong)
    form = refused(staff, version, message)
    assert f"/edit-plugin/{block.pk}/" in form
    assert staff.post(form, {"body": "<p>Words that promise nothing.</p>"}).status_code == 302
    assert publish(staff, version) == "published"


def test_a_health_page_without_a_source_is_refused_at_its_record_and_passes_with_one(staff, editor):
    version = draft_technique(user=editor)
    cite(version.content, [])
    form = refused(staff, version, "This page names no source")
    record = ensure_record(version.content)
    address = staff.get(form).url
    assert address == f"/admin/editorial/editorialrecord/{record.pk}/change/?checklist={version.pk}"
    sent = {"owner": "", "about_health": "on", "citations-TOTAL_FORMS": 1, "citations-INITIAL_FORMS": 0}
    sent |= {
        "citations-0-record": record.pk,
        "citations-0-source": Source.objects.first().pk,
        "citations-0-position": 1,
    }
    answer = staff.post(address, sent | {"reviews-TOTAL_FORMS": 0, "reviews-INITIAL_FORMS": 0})
    assert answer.url == f"/admin/editorial/editorialrecord/of/{version.pk}/ready/"
    assert publish(staff, version) == "published"


def test_a_block_that_fails_is_refused_with_its_fault(staff, editor):
    version = draft_page(user=editor)
    block = add(version, "QuestionsPlugin", questions="Why?")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Questions, "questions_list", property(lambda self: 1 / 0))
        form = refused(staff, version, "This block cannot be shown.")
    assert f"/edit-plugin/{block.pk}/" in form
    assert publish(staff, version) == "published"
