"""Publishing a story is refused with everything that is missing, each with the way to its field (A1, F1–F3, H1)."""

import re

import pytest
from djangocms_versioning.models import Version

from testimonials.models import Authorization, Testimonial, TestimonialContent
from testimonials.models.authorization import ELEMENTS
from testimonials.models.testimonial import ATTESTATIONS

from .factories import add_captions, authorize, make_story, without, write

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def draft():
    story = make_story()
    add_captions(story)
    authorize(story)
    return write(story)


def try_to_publish(client, draft):
    """Publish through the toolbar's own address; return the state and the page that staff land on."""
    version = Version.objects.get_for_content(draft)
    address = f"/admin/djangocms_versioning/testimonialcontentversion/{version.pk}/publish/"
    page = client.post(address, follow=True).content.decode()
    return Version.objects.get(pk=version.pk).state, page


def test_a_whole_story_is_published(admin_client, draft):
    assert try_to_publish(admin_client, draft)[0] == "published"


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element.fields[0])
def test_each_missing_element_of_the_authorization_refuses_publishing_and_is_named(admin_client, draft, element):
    Authorization.objects.update(**without(element))
    state, page = try_to_publish(admin_client, draft)
    assert state == "draft"
    assert f"The authorization lacks: {element.words}." in page
    record = Authorization.objects.get()
    form = f"/admin/testimonials/authorization/{record.pk}/change/"
    assert re.search(rf'href="{form}\?checklist=\d+#id_{element.fields[0]}"', page)


@pytest.mark.parametrize("field", ATTESTATIONS)
def test_each_missing_attestation_refuses_publishing(admin_client, draft, field):
    Testimonial.objects.update(**{field: False})
    state, page = try_to_publish(admin_client, draft)
    assert state == "draft"
    assert f"#id_{field}" in page


def test_everything_that_is_missing_is_told_at_once(admin_client):
    story = make_story(audio_description="", material_connection="", confirmed_on=None)
    state, page = try_to_publish(admin_client, write(story, transcript="", visits=""))
    assert state == "draft"
    wanted = {"content__transcript", "content__visits", "audio_description", "material_connection", "confirmed_on"}
    assert wanted <= set(re.findall(r"#id_(\w+)", page))
    assert "The video has no captions." in page
    assert "No authorization signed by the person is on record." in page


def test_each_link_of_the_checklist_leads_to_a_field_of_the_form(admin_client, admin_user):
    story = make_story(audio_description="", material_connection="", confirmed_on=None, attests_real=False)
    authorize(story, information="", signed_on=None, expires_at=None)
    draft = write(story, transcript="", problem="", expected_results="Most people feel the same.")
    # A draft belongs to who made it.
    Version.objects.filter_by_content_grouping_values(draft).update(locked_by=admin_user)
    _state, page = try_to_publish(admin_client, draft)
    links = set(re.findall(r'href="(/admin/testimonials/[^"#]+)#([^"]+)"', page))
    assert len(links) > 8
    for address, anchor in links:
        form = admin_client.get(address).content.decode()
        named = anchor in ("id_expires_at",) or f'id="{anchor}"' in form
        assert named, f"{address} has no {anchor}"


def test_what_most_people_can_expect_is_told_with_its_source_or_not_at_all(admin_client, draft):
    TestimonialContent.admin_manager.filter(pk=draft.pk).update(expected_results="Most people feel the same.")
    state, page = try_to_publish(admin_client, draft)
    assert state == "draft"
    assert "stated without a source" in page
