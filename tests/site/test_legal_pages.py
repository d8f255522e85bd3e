"""Legal pages are public on one's own machine, and elsewhere only once their gaps are filled (issue 7, item 1)."""

import pytest
from cms.models import PageContent, Placeholder
from django.core.management import call_command
from django.urls import reverse
from djangocms_text.models import Text
from djangocms_versioning.models import Version

from astr_site.blocks.models import Note
from astr_site.editorial.gate import Refused

pytestmark = pytest.mark.usefixtures("site")

PRIVACY = "/privacy/"


@pytest.fixture
def launched(settings):
    """The site under an address that others reach, its content loaded once more."""
    settings.LOCAL = False
    call_command("load_content", verbosity=0)


def privacy():
    return Version.objects.filter_by_content_grouping_values(
        PageContent.admin_manager.get(page__reverse_id="privacy", language="en")
    ).latest("pk")


def test_on_ones_own_machine_the_checklist_names_each_page_that_has_gaps(client, editor):
    assert client.get(PRIVACY).status_code == 200
    client.force_login(editor)
    page = client.get(reverse("admin:index")).content.decode()
    for key in ("privacy", "accessibility", "language-help"):
        assert f"{key} (en)" in page
        assert f"{key} (es)" in page


def test_elsewhere_a_page_with_gaps_is_taken_down_and_no_page_links_to_it(launched, client, editor):
    for address in (PRIVACY, "/es/privacidad/", "/accessibility/", "/language-help/"):
        assert client.get(address).status_code == 404, address
    assert f'href="{PRIVACY}"' not in client.get("/").content.decode()
    assert client.get("/how-we-review/").status_code == 200
    client.force_login(editor)
    assert "privacy (en)" in client.get(reverse("admin:index")).content.decode()


def test_elsewhere_a_page_with_gaps_cannot_be_published_until_they_are_filled(launched, client, editor):
    version = privacy().copy(editor)
    with pytest.raises(Refused, match="The clinic still has to add something here"):
        version.publish(editor)
    places = Placeholder.objects.get_for_obj(version.content)
    for text in Text.objects.filter(placeholder__in=places):
        Text.objects.filter(pk=text.pk).update(body=text.body.replace("[The clinic adds:", "The clinic says:"))
    Note.objects.filter(placeholder__in=places).update(text="<p>Nothing is missing.</p>")
    Version.objects.get(pk=version.pk).publish(editor)
    assert client.get(PRIVACY).status_code == 200
    call_command("load_content", verbosity=0)
    assert client.get(PRIVACY).status_code == 200
