"""Keeps what can be found in step with what is public: after each publication, and all of it by `rebuild_search`."""

import hashlib
from collections import Counter
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from djangocms_versioning.constants import OPERATION_PUBLISH, OPERATION_UNPUBLISH
from modelsearch.backends import get_search_backend

from . import reading_pages, vocabulary, words
from .models import Document, IndexState, Kind, Word

CHUNK = 500
# What the index depends on, beside what is public.
RULES = (words.__file__, reading_pages.__file__, Path(__file__).parent / "models" / "document.py")


def follow(sender, operation, obj, **kwargs):
    """Put in what a person or the clock has just published, and take out what is no longer public."""
    if operation not in (OPERATION_PUBLISH, OPERATION_UNPUBLISH) or type(obj.content) not in reading_pages.KINDS:
        return
    for content in reading_pages.told_with(obj.content):
        refresh(content)


@transaction.atomic
def refresh(content):
    """Make the documents of one text anew, of whichever of its versions is public now."""
    model, language = type(content), content.language
    field = "page" if not hasattr(content, "grouper_field") else content.grouper_field
    versions = model._base_manager.filter(**{f"{field}_id": getattr(content, f"{field}_id"), "language": language})
    kept = Document.objects.filter(
        content_type=ContentType.objects.get_for_model(model), content_id__in=versions.values_list("pk", flat=True)
    )
    gone = list(kept)
    public = model.objects.filter(pk__in=versions.values("pk")).first()
    new = reading_pages.documents(public) if public else []
    engine = get_search_backend()
    for document in gone:
        engine.delete(document)
    Document.objects.filter(pk__in=[document.pk for document in gone]).delete()
    store(new, engine)
    change_words(language, counted(new), counted(gone))
    vocabulary.forget()


def store(documents, engine):
    documents = Document.objects.bulk_create(documents)
    if documents:
        engine.add_bulk(Document, documents)


def counted(documents):
    """Count in how many documents each word stands. What patients say is no word of ours: it may have to go."""
    return Counter(word for each in documents if each.kind != Kind.STORY for word in each.words.split())


def change_words(language, new, gone):
    change = {word: count for word in new | gone if (count := new[word] - gone[word])}
    known = {row.word: row for row in Word.objects.filter(language=language, word__in=change)}
    for word, row in known.items():
        row.documents = max(0, row.documents + change[word])
    Word.objects.bulk_update(known.values(), ["documents"], batch_size=CHUNK)
    Word.objects.filter(language=language, documents=0).delete()
    store_words(language, {word: count for word, count in change.items() if word not in known and count > 0})


def store_words(language, counts):
    rows = [Word(language=language, word=word, documents=count) for word, count in counts.items()]
    Word.objects.bulk_create(rows, batch_size=CHUNK)


@transaction.atomic
def rebuild(report=lambda done, total: None):
    """Make the whole index anew; `report` is told how far it is. Readers keep the old one until it is done."""
    contents = [content for model in reading_pages.KINDS for content in model.objects.order_by("pk")]
    engine = get_search_backend()
    rebuilder = engine.rebuilder_class(engine.get_index_for_model(Document))
    index = rebuilder.start()
    index.add_model(Document)
    Document.objects.all().delete()
    Word.objects.all().delete()
    counts = {language: Counter() for language, _name in settings.LANGUAGES}
    for start in range(0, len(contents), CHUNK):
        chunk = [each for content in contents[start : start + CHUNK] for each in reading_pages.documents(content)]
        chunk = Document.objects.bulk_create(chunk)
        index.add_items(Document, chunk)
        for document in chunk:
            counts[document.language] += counted([document])
        report(min(start + CHUNK, len(contents)), len(contents))
    rebuilder.finish()
    for language, found in counts.items():
        store_words(language, found)
    IndexState.objects.update_or_create(pk=1, defaults={"made_with": made_with()})
    vocabulary.forget()
    return Document.objects.count()


def made_with():
    """Return a fingerprint of the engine and of the rules by which words are compared."""
    digest = hashlib.sha256(repr(sorted(settings.MODELSEARCH_BACKENDS["default"].items())).encode())
    for path in RULES:
        digest.update(Path(path).read_bytes())
    return digest.hexdigest()


def is_right():
    """Say whether the index was made with this engine and these rules."""
    return IndexState.objects.filter(pk=1, made_with=made_with()).exists()
