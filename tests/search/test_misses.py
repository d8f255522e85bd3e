"""What people did not find is counted without them, and staff mend it in one step."""

import datetime
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.urls import reverse

from astr_site.search.models import Miss, Synonym

from .test_page import text, titles

pytestmark = pytest.mark.usefixtures("site")


def look_for(client, words, times):
    for _time in range(times):
        client.get("/search/", {"q": words})


def test_words_are_kept_from_the_fifth_search_on(client):
    look_for(client, "Qwxzyv", 4)
    assert not Miss.objects.exists()
    cache.clear()  # As a publication does.
    look_for(client, "qwxzyv ", 1)
    assert list(Miss.objects.values_list("language", "words", "count")) == [("en", "qwxzyv", 5)]
    look_for(client, "QWXZYV", 2)
    assert Miss.objects.get().count == 7


@pytest.mark.parametrize("words", ["qwxzyv 555 1234", "qwxzyv@example.org", "www.qwxzyv", "q", "qwxzyv " * 15])
def test_what_may_name_somebody_is_never_counted(client, words):
    look_for(client, words, 6)
    assert not Miss.objects.exists()


def test_what_was_found_is_not_counted(client):
    look_for(client, "massage", 6)
    look_for(client, "manipluation", 6)
    assert not Miss.objects.exists()


def test_staff_see_the_list_and_add_a_synonym_in_one_step(client, editor):
    look_for(client, "qwxzyv", 5)
    client.force_login(editor)
    home = text(client.get(reverse("admin:index")))
    assert "What people did not find" in home
    listed = text(client.get(reverse("admin:search_miss_changelist")))
    address = re.search(r'href="(/admin/search/synonym/add/\?[^"]+term=[^"]+)"', listed)[1]
    form = text(client.get(address))
    assert 'value="qwxzyv"' in form
    values = {name: value[0] for name, value in parse_qs(urlsplit(address).query).items()}
    client.post(address, values | {"meanings": "massage", "in_use": "on"})
    assert Synonym.objects.filter(term="qwxzyv").exists()
    assert not Miss.objects.exists()
    assert titles(client.get("/search/", {"q": "qwxzyv"}))[0] == "Massage"


def test_counts_are_forgotten_in_time():
    Miss.objects.create(language="en", words="old", count=9, month=datetime.date(2020, 1, 1))
    Miss.objects.create(language="en", words="new", count=9, month=datetime.date.today().replace(day=1))
    call_command("forget", verbosity=0)
    assert [miss.words for miss in Miss.objects.all()] == ["new"]
