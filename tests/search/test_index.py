"""The index holds exactly what is public."""

import pytest
from django.core.management import call_command
from djangocms_versioning.models import Version

from astr_site.search.models import Document, Word
from techniques.models import TechniqueContent
from tests.testimonials.factories import add_captions, authorize, make_story, publish, staff, write
from tests.testimonials.test_surfaces import place

pytestmark = pytest.mark.usefixtures("site")


def told():
    fields = ("kind", "language", "content_type", "content_id", "anchor", "title", "name_stems", "text_stems")
    return sorted(Document.objects.values_list(*fields))


def spelled():
    return sorted(Word.objects.values_list("language", "word", "documents"))


def massage():
    return TechniqueContent.objects.get(technique__key="massage", language="en")


def test_loading_the_content_leaves_an_index_that_a_rebuild_does_not_change(capsys):
    before, words = told(), spelled()
    call_command("rebuild_search")
    assert (told(), spelled()) == (before, words)
    assert "54 of 54 texts" in capsys.readouterr().out


def test_a_text_is_in_the_index_from_its_publication_until_it_is_taken_down():
    words = spelled()
    draft = Version.objects.get_for_content(massage()).copy(staff())
    draft.content.title = "Wobbling"
    draft.content.save()
    assert not Document.objects.filter(title="Wobbling").exists()
    draft.publish(staff())
    found = Document.objects.get(kind="technique", language="en", title="Wobbling")
    assert not Document.objects.filter(kind="technique", language="en", title="Massage").exists()
    assert Word.objects.filter(language="en", word="wobbling").exists()
    draft.unpublish(staff())
    assert not Document.objects.filter(pk=found.pk).exists()
    assert not Word.objects.filter(language="en", word="wobbling").exists()
    assert len(spelled()) < len(words)


def test_questions_and_words_are_found_by_themselves():
    assert Document.objects.get(kind="question", language="en", title="Does it hurt?").content.page.reverse_id == "astr"
    assert Document.objects.get(kind="term", language="es", title="Fascia").anchor == "term-fascia"


def test_astr_is_found_once_as_a_technique_on_its_page():
    found = Document.objects.filter(language="en", title__in=("ASTR", "What is ASTR?"))
    assert [(each.kind, each.title) for each in found] == [("technique", "What is ASTR?")]


def test_what_a_patient_says_is_no_word_of_the_site_and_of_no_page_that_shows_the_story():
    story = make_story()
    add_captions(story)
    authorize(story)
    publish(write(story, slug="made-up", transcript="0:01 Zyxomma was the word I said."))
    place("your-visit", "StoryPlugin", testimonial=story)
    assert [each.kind for each in Document.objects.filter(text__contains="Zyxomma")] == ["story"]
    assert not Word.objects.filter(word="zyxomma").exists()
