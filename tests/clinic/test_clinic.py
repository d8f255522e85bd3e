"""The clinic's name, phone, announcement and links, from the staff screens to every page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from astr_site.clinic.models import Announcement, Clinic

pytestmark = pytest.mark.usefixtures("site")

ADDRESS = "/admin/clinic/announcement/{}/change/"


def announce(starts, ends, **changes):
    now = timezone.now()
    values = {
        "announcement": {"en": "We close early today.", "es": "Hoy cerramos temprano."},
        "announcement_starts": now + timedelta(seconds=starts),
        "announcement_ends": now + timedelta(seconds=ends),
    }
    Clinic.objects.update(**values | changes)
    return Clinic.objects.get()


def test_an_announcement_stands_on_every_page_in_the_readers_language(client):
    announce(-60, 60, announcement_url="/contact/", announcement_url_text={"en": "See our hours"})
    for path in ("/", "/techniques/manipulation/", "/testimonials/", "/no-such-page/"):
        page = client.get(path).content.decode()
        assert "We close early today." in page, path
        assert '<a href="/contact/">See our hours</a>' in page, path
    page = client.get("/es/").content.decode()
    assert "Hoy cerramos temprano." in page
    assert '<a href="/contact/" lang="en">See our hours</a>' in page


def test_an_announcement_shows_from_its_first_moment_until_its_last():
    clinic = announce(0, 60)
    for moment, shown in (
        (clinic.announcement_starts - timedelta(seconds=1), False),
        (clinic.announcement_starts, True),
        (clinic.announcement_ends - timedelta(seconds=1), True),
        (clinic.announcement_ends, False),
    ):
        assert clinic.announces(moment) is shown


def typed(**changes):
    return {
        "announcement_en": "We close early.",
        "announcement_es": "",
        "announcement_url": "",
        "announcement_url_text_en": "",
        "announcement_url_text_es": "",
        "announcement_starts": "2026-01-01T08:00",
        "announcement_ends": "2100-01-01T08:00",
    } | {f"announcement_{name}": value for name, value in changes.items()}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"ends": "2000-01-01T08:00"}, "after it has begun"),
        ({"ends": ""}, "Say when it goes away"),
        ({"url": "/contact/"}, "needs both"),
        ({"url": "javascript:alert(1)", "url_text_en": "Here"}, "a page of this site"),
        ({"url": "//elsewhere.example/", "url_text_en": "Here"}, "a page of this site"),
    ],
)
def test_a_wrong_announcement_is_refused_and_loses_no_word(client, editor, wrong, words):
    client.force_login(editor)
    sent = typed(**wrong)
    page = client.post(ADDRESS.format(Clinic.objects.get().pk), sent).content.decode()
    assert words in page
    assert all(f'value="{value}"' in page for value in sent.values() if value)
    assert not Clinic.objects.get().announcement


def test_staff_announce_and_every_page_shows_it(client, editor):
    client.force_login(editor)
    assert client.get("/admin/clinic/announcement/").url == ADDRESS.format(Announcement.objects.get().pk)
    assert client.post(ADDRESS.format(Clinic.objects.get().pk), typed()).status_code == 302
    client.logout()
    assert "We close early." in client.get("/techniques/").content.decode()


def test_staff_change_the_clinics_facts_and_every_page_shows_them(client, editor):
    clinic = Clinic.objects.get()
    client.force_login(editor)
    assert client.get("/admin/clinic/clinic/").url == f"/admin/clinic/clinic/{clinic.pk}/change/"
    none = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"}
    typed = {
        "name": "Spring Clinic",
        "phone": "(555) 010-0100",
        "booking_url": "https://example.org/book",
        "languages_spoken_en": "English, Spanish",
        "languages_spoken_es": "Inglés, español",
        "social_links": "Facebook https://social.example/spring",
    } | {f"{prefix}-{name}": value for prefix in ("locations", "special_days") for name, value in none.items()}
    assert client.post(f"/admin/clinic/clinic/{clinic.pk}/change/", typed).status_code == 302
    client.logout()
    page = client.get("/").content.decode()
    assert "Spring Clinic" in page
    assert 'href="tel:5550100100"' in page
    assert '<a href="https://social.example/spring" rel="me noopener">Facebook</a>' in page
    page = client.get("/es/contacto/").content.decode()
    assert "Inglés, español" in page
    assert 'href="https://example.org/book"' in page


def test_a_bad_number_and_a_bad_line_are_refused_and_kept_on_the_screen(client, editor):
    client.force_login(editor)
    clinic = Clinic.objects.get()
    wrong = {"name": "Spring", "phone": "call us", "social_links": "https://social.example/spring"}
    page = client.post(f"/admin/clinic/clinic/{clinic.pk}/change/", wrong).content.decode()
    assert "A phone number has digits" in page
    assert "is not a name and an address" in page
    assert 'value="call us"' in page
