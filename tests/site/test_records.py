"""Staff reach what stands behind a page from its toolbar."""

import pytest
from cms.models import PageContent
from cms.toolbar.utils import get_object_edit_url
from django.contrib.auth import get_user_model
from djangocms_versioning.models import Version

from astr_site.editorial.models import Source
from astr_site.editorial.records import ensure_record, record_for
from providers.models import PractitionerTypeContent

pytestmark = pytest.mark.usefixtures("site")


def draft_of(content):
    return Version.objects.get_for_content(content).copy(get_user_model().objects.get(username="editor")).content


@pytest.fixture
def staff(client, editor):
    client.force_login(editor)
    return client


def test_staff_add_a_source_to_a_page_and_readers_follow_it(staff):
    page = draft_of(PageContent.objects.get(page__reverse_id="your-visit", language="en"))
    record = ensure_record(page)
    record.citations.all().delete()
    address = f"/admin/editorial/editorialrecord/{record.pk}/change/"
    assert address in staff.get(get_object_edit_url(page)).content.decode()
    source = Source.objects.create(key="T1", title="A test source", publisher="A tester", accessed="2026-11-24")
    form = {"citations-TOTAL_FORMS": 1, "citations-INITIAL_FORMS": 0, "citations-0-source": source.pk}
    form |= {"citations-0-record": record.pk, "citations-0-position": 1}
    form |= {"reviews-TOTAL_FORMS": 0, "reviews-INITIAL_FORMS": 0}
    answer = staff.post(address, form)
    assert answer.status_code == 302, [each.formset.errors for each in answer.context["inline_admin_formsets"]]
    assert [citation.source for citation in record_for(page).citations.all()] == [source]


def test_the_checklist_stands_before_the_publish_button(staff):
    page = draft_of(PageContent.objects.get(page__reverse_id="your-visit", language="en"))
    version = Version.objects.get_for_content(page)
    shown = staff.get(get_object_edit_url(page)).content.decode()
    checklist = shown.index(f'href="/admin/editorial/editorialrecord/of/{version.pk}/ready/"')
    assert checklist < shown.index(f'href="/admin/djangocms_versioning/pagecontentversion/{version.pk}/publish/')


def test_the_sources_of_a_published_version_cannot_be_changed(staff):
    page = PageContent.objects.get(page__reverse_id="your-visit", language="en")
    record = record_for(page)
    before = [citation.pk for citation in record.citations.all()]
    assert before
    form = {"citations-TOTAL_FORMS": 0, "citations-INITIAL_FORMS": 0}
    form |= {"reviews-TOTAL_FORMS": 0, "reviews-INITIAL_FORMS": 0}
    page_shown = staff.get(f"/admin/editorial/editorialrecord/{record.pk}/change/").content.decode()
    assert "citations-TOTAL_FORMS" not in page_shown
    staff.post(f"/admin/editorial/editorialrecord/{record.pk}/change/", form)
    assert [citation.pk for citation in record_for(page).citations.all()] == before


def test_staff_change_what_a_profession_may_do_only_in_a_draft(staff):
    published = PractitionerTypeContent.objects.get(practitioner_type__key="chiropractor", language="en")
    draft = draft_of(published)
    address = f"/admin/providers/practitionertypecontent/{draft.pk}/change/"
    assert address in staff.get(get_object_edit_url(draft)).content.decode()
    assert 'name="uses-0-scope"' in staff.get(address).content.decode()
    fixed = staff.get(f"/admin/providers/practitionertypecontent/{published.pk}/change/").content.decode()
    assert 'name="uses-0-scope"' not in fixed
