"""The link check finds what leads nowhere, step by step, and asks other sites with a time limit."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from urllib.parse import urlsplit

import pytest
from cms.models import Page
from django.core.management import call_command
from djangocms_versioning.models import Version

from astr_site.clinic.models import Clinic
from astr_site.editorial.models import Source
from astr_site.links import trying
from astr_site.links.checking import begin, latest, left
from astr_site.links.models import Reason
from techniques.models import TechniqueContent
from tests.editorial.drafts import add, content_user, draft_page

pytestmark = pytest.mark.usefixtures("site")

ADDRESS = "/admin/links/linkcheck/"


class OtherSite(BaseHTTPRequestHandler):
    """A site on this machine: each path says how it answers."""

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def answer(self):
        path = urlsplit(self.path).path.strip("/")
        if path == "slow":
            time.sleep(1)
        if path == "head-refused":
            path = "405" if self.command == "HEAD" else "200"
        leads = {"301": "/404", "loop": "/loop"}.get(path)
        self.send_response(301 if leads else int(path) if path.isdigit() else 200)
        if leads:
            self.send_header("Location", leads)
        self.end_headers()

    def log_message(self, *args):
        """Stay quiet between the dots of the tests."""


@pytest.fixture
def other_site(settings):
    settings.LINK_CHECK_OWN_NETWORK = True
    server = ThreadingHTTPServer(("127.0.0.1", 0), OtherSite)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def no_sources():
    """Leave the many addresses of real sources out: no test asks another host."""
    Source.objects.update(url="")


@pytest.fixture
def staff(client, editor):
    client.force_login(editor)
    return client


def link_from_contact(*addresses, words="What massage is"):
    """Publish a page with links that lead somewhere on the day of its publication."""
    draft = draft_page()
    links = "".join(f'<p><a href="{address}">{words} {number}</a></p>' for number, address in enumerate(addresses))
    add(draft, "TextPlugin", body=links)
    Version.objects.get(pk=draft.pk).publish(content_user())


def take_down(key="massage"):
    TechniqueContent.objects.get(technique__key=key, language="en").versions.get(state="published").unpublish(
        content_user()
    )


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("200", Reason.GOOD),
        ("head-refused", Reason.GOOD),
        ("404", Reason.GONE),
        ("410", Reason.GONE),
        ("301", Reason.GONE),
        ("loop", Reason.UNREACHABLE),
        ("403", Reason.REFUSED),
        ("503", Reason.REFUSED),
        ("slow", Reason.SLOW),
    ],
)
def test_another_site_is_judged_by_its_answer(other_site, monkeypatch, path, reason):
    monkeypatch.setattr(trying, "SECONDS", 0.5)
    assert trying.ask(f"{other_site}/{path}") == reason


def test_a_site_that_does_not_answer_is_for_a_person_to_look_at(other_site):
    assert trying.ask("http://127.0.0.1:1/") == Reason.UNREACHABLE


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "10.0.0.1", "[::1]", "169.254.169.254"])
def test_our_own_network_is_never_asked(other_site, settings, host):
    settings.LINK_CHECK_OWN_NETWORK = False
    port = other_site.rsplit(":", 1)[1]
    assert trying.ask(f"http://{host}:{port}/200") == Reason.NO_HOST


def test_the_seeded_site_has_no_broken_link_of_its_own(no_sources):
    told = StringIO()
    call_command("check_links", stdout=told)
    assert " 0 broken" in told.getvalue()
    assert {"/techniques/", "/es/contacto/"} <= set(latest().addresses.values_list("address", flat=True))


def test_a_link_whose_page_was_taken_down_is_found_by_the_command_and_on_the_staff_home(staff, no_sources):
    link_from_contact("/techniques/massage/")
    take_down()
    told = StringIO()
    call_command("check_links", stdout=told)
    assert "/techniques/massage/: No such page" in told.getvalue()
    assert "Contact and locations (en)" in told.getvalue()
    home = staff.get("/admin/").content.decode()
    assert "/techniques/massage/ No such page" in home


def test_the_page_goes_on_step_by_step_until_all_is_tried(staff, no_sources, other_site):
    Clinic.objects.update(booking_url=f"{other_site}/200")
    link_from_contact(*(f"{other_site}/404?{number}" for number in range(9)))
    page = staff.get(ADDRESS).content.decode()
    assert "Check all links" in page
    assert "<progress" not in page
    page = staff.post(ADDRESS, {"begin": "yes"}, follow=True).content.decode()
    total = latest().addresses.count()
    assert f'<progress class="links__progress" max="{total}"' in page
    assert "Go on with the check" in page
    for _step in range(3):
        page = staff.post(ADDRESS, follow=True).content.decode()
    assert left(latest()) == 0
    assert "Check again" in page
    assert f"{other_site}/404?8" in page
    assert "The site says that the page is not there." in page


def test_an_address_that_many_pages_share_is_tried_once(no_sources):
    run = begin()
    addresses = list(run.addresses.values_list("address", flat=True))
    assert len(addresses) == len(set(addresses))


def test_only_staff_with_the_right_see_and_run_it(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("visitor", is_staff=True))
    assert client.get(ADDRESS).status_code == 403
    assert client.post(ADDRESS, {"begin": "yes"}).status_code == 403
    assert latest() is None


def test_taking_a_page_down_first_shows_who_links_to_it(staff):
    link_from_contact("/techniques/massage/#risks")
    version = Version.objects.get_for_content(TechniqueContent.objects.get(technique__key="massage", language="en"))
    address = f"/admin/djangocms_versioning/techniquecontentversion/{version.pk}/unpublish/"
    asked = staff.get(address).content.decode()
    assert "1 link on public pages leads here." in asked
    assert "Contact and locations (en)</a>: What massage is 0" in asked
    assert Version.objects.get(pk=version.pk).state == "published"
    staff.post(address)
    assert Version.objects.get(pk=version.pk).state == "unpublished"


def test_a_button_and_a_card_lead_to_a_page_as_well(staff):
    draft = draft_page()
    glossary = Page.objects.get(reverse_id="glossary")
    add(draft, "ButtonPlugin", label="Look the words up", destination=glossary)
    Version.objects.get(pk=draft.pk).publish(content_user())
    version = Version.objects.get(
        state="published", object_id=glossary.get_content_obj("en").pk, content_type__model="pagecontent"
    )
    asked = staff.get(f"/admin/djangocms_versioning/pagecontentversion/{version.pk}/unpublish/").content.decode()
    assert "Look the words up" in asked
