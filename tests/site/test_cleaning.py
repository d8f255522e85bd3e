"""No program reaches a reader in a text, whichever way the text came in (issue 4, Done when)."""

import json
import re
from pathlib import Path

import pytest
from cms.api import add_plugin
from cms.models import PageContent, Placeholder
from cms.toolbar.utils import get_object_preview_url
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from djangocms_text.models import Text
from djangocms_versioning.models import Version
from lxml import html as lxml_html

from astr_site.blocks.cleaning import ATTRIBUTES, RENAMED, SCHEMES, TAGS, clean
from astr_site.blocks.models import Button, Note
from astr_site.loading.prose import html as from_markdown

CHARACTERS = {r"\t": "\t", r"\n": "\n", r"\r": "\r", r"\0": "\0", r"\x01": "\x01"}
LINES = (Path(__file__).parent / "xss_vectors.txt").read_text().splitlines()
VECTORS = [
    re.sub(r"\\(?:[tnr0]|x01)", lambda match: CHARACTERS[match[0]], line)
    for line in LINES
    if line and not line.startswith("# ")
]
PROGRAMS = ("script", "iframe", "object", "embed", "base", "form", "input", "style", "math", "link", "meta", "template")
# One of each kind where a whole request is made for each.
FEW = VECTORS[::9]


def faults(text):
    """Name everything in a text that no page may carry."""
    found = []
    for element in lxml_html.fragment_fromstring(text, create_parent="main").iter():
        if element.tag == "main":
            continue
        if not isinstance(element.tag, str) or element.tag not in TAGS:
            found.append(f"element {element.tag}")
            continue
        allowed = ATTRIBUTES.get(element.tag, set()) | ATTRIBUTES["*"]
        found += [f"attribute {name} of {element.tag}" for name in element.attrib if name not in allowed]
        address = re.sub(r"[\x00-\x20]", "", element.get("href", ""))
        scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", address)
        if scheme and scheme[1].lower() not in SCHEMES:
            found.append(f"address {address}")
    return found


@pytest.fixture
def draft(site, editor):
    """A draft of a page."""
    content = PageContent.objects.get(page__reverse_id="contact", language="en")
    return Version.objects.get_for_content(content).copy(editor).content


@pytest.fixture
def slot(draft):
    return Placeholder.objects.get_for_obj(draft).get(slot="content")


@pytest.fixture
def staff(client, editor):
    client.force_login(editor)
    return client


def test_the_list_is_long_and_would_be_noticed_if_it_came_through():
    assert len(VECTORS) > 150
    assert sum(bool(faults(vector)) for vector in VECTORS) > 150


@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_on_the_list_comes_through(vector):
    assert faults(clean(vector)) == []
    assert faults(clean(f"<p>before {vector} after</p>")) == []
    assert clean(clean(vector)) == clean(vector)


def test_what_a_text_needs_comes_through_unchanged():
    text = (
        '<h2>One</h2><h3 lang="es">Dos</h3><p>A <strong>b</strong> <em>c</em> <a href="/astr/#x">d</a> '
        '<a href="mailto:a@example.org">e</a> <a href="tel:+15550100">f</a> &lt;g&gt; “h” &amp; ñ<br>i</p>'
        "<ul><li><p>j</p></li></ul><ol><li>k</li></ol><blockquote><p>l</p></blockquote><table><tbody><tr>"
        '<th scope="row">m</th><td colspan="2">n</td></tr></tbody></table>'
    )
    assert clean(text) == text


def test_headings_find_their_level_and_empty_lines_vanish():
    pasted = "<h1 class=Title>A</h1><h5>B</h5><p class=MsoNormal><b>&nbsp;</b></p><p><i>C</i><o:p></o:p></p>"
    assert clean(pasted) == "<h2>A</h2><h3>B</h3><p><em>C</em></p>"
    assert set(RENAMED.values()) <= TAGS


def test_a_block_added_by_code_is_clean(slot):
    for vector in VECTORS:
        text = add_plugin(slot, "TextPlugin", "en", body=vector)
        note = add_plugin(slot, "NotePlugin", "en", heading="A note", text=vector)
        assert faults(Text.objects.get(pk=text.pk).body) == []
        assert faults(Note.objects.get(pk=note.pk).text) == []


def test_a_content_file_is_clean(slot):
    for vector in VECTORS:
        text = add_plugin(slot, "TextPlugin", "en", body=from_markdown(vector, {}))
        assert faults(Text.objects.get(pk=text.pk).body) == []


def test_a_fixture_and_a_restored_operation_are_clean(slot):
    text = add_plugin(slot, "TextPlugin", "en", body="<p>x</p>")
    dump = json.loads(serializers.serialize("json", [text]))
    for vector in FEW:
        dump[0]["fields"]["body"] = vector
        for loaded in serializers.deserialize("json", json.dumps(dump)):
            loaded.save()
        assert faults(Text.objects.get(pk=text.pk).body) == []


def test_what_the_editor_sends_is_clean(staff, slot):
    text = add_plugin(slot, "TextPlugin", "en", body="<p>x</p>")
    for vector in FEW:
        answer = staff.post(
            f"/admin/cms/placeholder/edit-plugin/{text.pk}/?cms_path=/en/", {"body": f"<p>kept {vector}</p>"}
        )
        assert answer.status_code == 200
        saved = Text.objects.get(pk=text.pk).body
        assert "kept" in saved
        assert faults(saved) == []


def test_what_a_form_sends_is_clean(staff, slot):
    note = add_plugin(slot, "NotePlugin", "en", heading="A note", text="<p>x</p>")
    for vector in FEW:
        form = {"heading": "Changed", "text": f"<p>kept {vector}</p>"}
        staff.post(f"/admin/cms/placeholder/edit-plugin/{note.pk}/?cms_path=/en/", form)
        saved = Note.objects.get(pk=note.pk)
        assert "kept" in saved.text
        assert faults(saved.text) == []


def test_a_text_written_past_every_form_and_model_is_clean_on_the_page(staff, draft, slot):
    for vector in VECTORS:
        text = add_plugin(slot, "TextPlugin", "en", body="<p>x</p>")
        note = add_plugin(slot, "NotePlugin", "en", heading="A note", text="<p>x</p>")
        kept = vector if connection.vendor == "sqlite" else vector.replace("\0", "")  # PostgreSQL keeps no NUL.
        Text.objects.filter(pk=text.pk).update(body=kept)
        Note.objects.filter(pk=note.pk).update(text=kept)
    page = staff.get(get_object_preview_url(draft)).content.decode()
    main = page.split('<main id="main">')[1].split("</main>")[0]
    for element in lxml_html.fragment_fromstring(main, create_parent="main").iter():
        assert element.tag not in PROGRAMS
        assert not [
            name for name in element.attrib if name.startswith("on") or name in ("style", "srcdoc", "formaction")
        ]
        assert not re.match(r"(javascript|vbscript|data|blob|file):", element.get("href", ""), re.IGNORECASE)


def test_a_button_leads_to_no_program(slot):
    for address in ("javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "JAVASCRIPT:alert(1)"):
        with pytest.raises(ValidationError):
            Button(label="Go", address=address).clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            add_plugin(slot, "ButtonPlugin", "en", label="Go", address=address)
