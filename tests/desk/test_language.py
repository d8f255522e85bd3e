"""Staff work in the language that they have chosen, whatever language a page is in."""

import re

import pytest
from cms.models import PageContent, UserSettings
from cms.toolbar.utils import get_object_edit_url, get_object_preview_url, get_object_structure_url
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from astr_site.editorial.models import EditorialRecord, Review, Source
from astr_site.editorial.reviews.reminders import reminders, send
from astr_site.roles.roles import ROLES
from tests.staff import member

pytestmark = pytest.mark.usefixtures("site")


def choose(client, language, back="/admin/"):
    return client.post(reverse("staff-language"), {"language": language, "next": back})


def page(client, address):
    return client.get(address).content.decode()


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.slug)
def test_everyone_changes_the_language_with_one_button_and_it_stays(client, role):
    client.force_login(member(role.name))
    assert '<button name="language" value="es" lang="es">Español</button>' in page(client, "/admin/")
    assert choose(client, "es", "/admin/guide/").url == "/admin/guide/"
    home = page(client, "/admin/")
    assert '<html lang="es"' in home
    assert "Inicio del personal" in home
    assert 'value="en" lang="en">English</button>' in home
    guide = page(client, reverse("guide", args=[role.slug]))
    assert "Inicio del personal" in guide
    assert guide.count("static/staff/guides/") == page_in_english(client, role).count("static/staff/guides/")


def page_in_english(client, role):
    choose(client, "en")
    return page(client, reverse("guide", args=[role.slug]))


def test_the_browser_decides_until_somebody_chooses(client):
    spanish = {"Accept-Language": "es-US,es;q=0.9"}
    assert "Nombre de usuario" in client.get("/admin/login/", headers=spanish).content.decode()
    assert "Username" in page(client, "/admin/login/")


def test_a_language_that_the_site_has_not_changes_nothing_and_nobody_is_led_away(client, editor):
    client.force_login(editor)
    choose(client, "es")
    assert choose(client, "xx", "https://elsewhere.example/").url == "/admin/"
    assert UserSettings.objects.get(user=editor).language == "es"


def test_a_visitor_chooses_nothing(client):
    assert "login" in choose(client, "es").url
    assert not UserSettings.objects.exists()


@pytest.mark.parametrize("own", ["en", "es"])
def test_a_text_is_drawn_in_its_own_language_and_the_toolbar_in_that_of_the_person(client, editor, own):
    client.force_login(editor)
    choose(client, own)
    spanish = PageContent.objects.get(page__reverse_id="contact", language="es")
    spanish.versions.get().copy(editor)
    draft = PageContent.admin_manager.filter(page=spanish.page, language="es").latest("pk")
    for address in (get_object_preview_url(spanish), get_object_edit_url(draft)):
        drawn = page(client, address)
        assert '<html lang="es">' in drawn
        assert "Ir al contenido principal" in drawn
        assert "En una emergencia" in drawn
        assert ("Nuestra clínica" if own == "es" else "Our clinic") in drawn
    assert ("Página" if own == "es" else "Page") in page(client, get_object_structure_url(draft))


def test_the_same_digits_are_the_same_day_in_both_languages(client, editor):
    """In Spain 05/06 is in June; here it is in May for everybody."""
    client.force_login(editor)
    for language in ("en", "es"):
        choose(client, language)
        sent = {"key": f"T-{language}", "title": "A source", "publisher": "A test", "accessed": "05/06/2026"}
        answer = client.post(reverse("admin:editorial_source_add"), sent | {"confidence": "H"})
        assert answer.status_code == 302, re.findall("errorlist.*", answer.content.decode())
    days = set(Source.objects.filter(key__startswith="T-").values_list("accessed", flat=True))
    assert [str(day) for day in days] == ["2026-05-06"]


def test_a_reminder_is_written_in_the_language_of_who_reads_it(client, editor):
    client.force_login(editor)
    choose(client, "es")
    record = EditorialRecord.objects.public().first()
    today = timezone.localdate()
    by = {"reviewer_name": "A clinician in a test", "reviewer_credentials": "PT"}
    Review.objects.create(record=record, reviewed_on=today - timezone.timedelta(days=9), next_due=today, **by)
    send(editor.email, reminders(today))
    assert mail.outbox[0].subject == "Revisiones clínicas: 1 página por leer"
    assert "la página lo dice a sus lectores" in mail.outbox[0].body
