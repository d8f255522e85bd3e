"""Words of the glossary are linked where a page first uses them (issue 7, item 6)."""

import re
from types import SimpleNamespace

import pytest
from cms.models import PageContent
from cms.toolbar.utils import get_object_edit_url
from django.db import connection
from django.test.utils import CaptureQueriesContext

from astr_site.blocks.glossing import gloss
from astr_site.blocks.models import Term

LINK = re.compile(r'<a class="explained" href="([^"]+)">([^<]+)</a>')


def linked(html, *words, language="en"):
    return gloss(html, "/g/", words, language)


def test_the_first_use_is_linked_and_no_other():
    assert (
        linked("<p>A joint and a joint.</p><p>Joints.</p>", "Joint")
        == '<p>A <a class="explained" href="/g/#term-joint">joint</a> and a joint.</p><p>Joints.</p>'
    )


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Fascia</h2>",
        '<p><a href="/x/">all about fascia</a></p>',
        "<li><label>What is fascia?</label></li>",
        '<div class="care-card"><p>fascia</p></div>',
        "<div>fascia</div>",
        "<p><strong>Fascia</strong> is tissue.</p>",
        "<p>superfascial fascia-like</p>",
        "<p title='fascia'>x</p><!-- <p>fascia</p> -->",
    ],
)
def test_no_link_is_put_where_it_would_be_in_the_way(html):
    assert linked(html, "Fascia") == html


def test_a_page_about_a_word_does_not_link_it():
    html = "<h1>Massage</h1><p>A massage of a joint.</p>"
    assert [each[1] for each in LINK.findall(linked(html, "Massage", "Joint"))] == ["joint"]


def test_the_longest_word_wins_and_plurals_are_known():
    html = "<p>Trigger points and scar tissues</p>"
    assert [each[1] for each in LINK.findall(linked(html, "Scar tissue", "Trigger point"))] == [
        "Trigger points",
        "scar tissues",
    ]
    html = "<p>Las articulaciones agudas y los puntos gatillo</p>"
    found = LINK.findall(linked(html, "Articulación", "Agudo", "Punto gatillo", language="es"))
    assert [each[1] for each in found] == ["articulaciones", "agudas", "puntos gatillo"]
    assert found[0][0] == "/g/#term-articulacion"


def test_an_empty_element_does_not_swallow_what_follows():
    html = '<p>One<br>two <img src="x"> joint</p>'
    assert len(LINK.findall(linked(html, "Joint"))) == 1


@pytest.mark.parametrize(("address", "glossary"), [("/astr/", "/glossary/"), ("/es/astr/", "/es/glosario/")])
def test_a_page_leads_to_the_meaning_of_its_words_in_its_own_language(site, client, address, glossary):
    found = LINK.findall(client.get(address).content.decode())
    assert len(found) > 5
    assert len({href for href, _words in found}) == len(found)
    meanings = client.get(glossary).content.decode()
    for href, _words in found:
        path, _hash, anchor = href.partition("#")
        assert path == glossary
        assert f'id="{anchor}"' in meanings


def test_the_words_cost_a_warm_page_no_question_to_the_database(site, client, monkeypatch):
    # A reader's request is in no transaction, as a test is.
    monkeypatch.setattr("astr_site.editorial.kept.connection", SimpleNamespace(in_atomic_block=False))
    client.get("/astr/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/astr/")
    assert not [query for query in asked.captured_queries if "TermPlugin" in query["sql"]]


def test_a_word_that_is_published_anew_is_linked_at_once(site, client, editor):
    assert ">scar tissue</a>" in client.get("/astr/").content.decode().lower()
    content = PageContent.objects.get(page__reverse_id="glossary", language="en")
    version = content.versions.get().copy(editor)
    term = Term.objects.get(placeholder__object_id=version.content.pk, heading="Scar tissue", language="en")
    Term.objects.filter(pk=term.pk).update(heading="Brand name")
    version.publish(editor)
    page = client.get("/astr/").content.decode().lower()
    assert "#term-brand-name" in page
    assert "#term-scar-tissue" not in page


def test_staff_who_edit_see_the_text_without_links_that_they_could_store(site, client, editor):
    client.force_login(editor)
    content = PageContent.objects.get(page__reverse_id="astr", language="en")
    version = content.versions.get().copy(editor)
    assert not LINK.findall(client.get(get_object_edit_url(version.content)).content.decode())
