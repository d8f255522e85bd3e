"""What a published text says to search: its documents, not yet stored.

Words are read from the fields that staff fill, never from the drawn page: a page that shows a patient's story
would else hold words that may have to disappear at any second (PRODUCT.md, H3).
"""

from cms.models import CMSPlugin, PageContent, Placeholder
from cms.utils.plugins import downcast_plugins
from django.contrib.contenttypes.models import ContentType
from django.utils.text import slugify

from astr_site.blocks.models import Accordion, Glossary, Item
from astr_site.editorial.gate.words import own_rows, split, word_fields
from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent
from testimonials.models import TestimonialContent

from .models import Document, Kind
from .words import split as words_of
from .words import stems

KINDS = {
    PageContent: Kind.PAGE,
    TechniqueContent: Kind.TECHNIQUE,
    PractitionerTypeContent: Kind.PRACTITIONER,
    TestimonialContent: Kind.STORY,
}
# A page of results is no result.
NO_RESULT = "search"
OF_THE_HEAD = {"title", "page_title", "menu_title", "meta_description", "summary", "also_called"}


def documents(content):
    """Return the documents of a published content: the page itself, and each question and word on it."""
    if not is_a_result(content):
        return []
    own = technique_told_by(content)
    kind = Kind.TECHNIQUE if own else KINDS[type(content)]
    rows, inner = blocks(content), []
    passages = [text for row in [content, *own_rows(content), *rows] for text in passages_of(row, skip=OF_THE_HEAD)]
    for row in rows:
        inner += inner_documents(content, row)
    values = {"title": content.title, "names": names_of(own or content), "summary": summary_of(content)}
    return [filled(content, kind, text=passages, **values), *inner]


def is_a_result(content):
    if isinstance(content, PageContent):
        return content.page.reverse_id != NO_RESULT
    # A technique that is told on a page of its own is found as that page.
    return not (isinstance(content, TechniqueContent) and content.technique.home_page_id)


def technique_told_by(content):
    if not isinstance(content, PageContent):
        return None
    return TechniqueContent.objects.in_language(content.language).filter(technique__home_page=content.page_id).first()


def told_with(content):
    """Return the contents whose documents change with this one."""
    if isinstance(content, TechniqueContent) and (page := content.technique.home_page_id):
        return list(PageContent.objects.filter(page=page, language=content.language))
    return [content]


def summary_of(content):
    return (content.meta_description or "") if isinstance(content, PageContent) else content.summary


def names_of(content):
    """Return what else it is called."""
    if isinstance(content, PageContent):
        return [content.menu_title or "", content.page_title or ""]
    if isinstance(content, TechniqueContent):
        return [content.title, *content.also_called.split(",")]
    if isinstance(content, TestimonialContent):
        return [content.problem]
    return [content.credentials] if isinstance(content, PractitionerTypeContent) else []


def blocks(content):
    """Return every block of a content in the order in which it is read."""
    placeholders = Placeholder.objects.get_for_obj(content)
    rows = CMSPlugin.objects.filter(placeholder__in=placeholders, language=content.language)
    return list(downcast_plugins(rows.order_by("placeholder", "position"), select_placeholder=True))


def passages_of(row, skip=()):
    for field in word_fields(type(row)):
        if field.name not in skip:
            yield from (text for text, _heading in split(field, getattr(row, field.name)))


def inner_documents(content, row):
    """Return a document for a question that opens, and for a word of the glossary."""
    parent = row.parent.plugin_type if isinstance(row, Item) and row.parent_id else ""
    if parent not in (f"{Accordion.__name__}Plugin", f"{Glossary.__name__}Plugin"):
        return []
    text = [passage for passage, _heading in split(row._meta.get_field("text"), row.text)]
    values = {"title": row.heading, "summary": " ".join(text)}
    if parent == "GlossaryPlugin":
        return [filled(content, Kind.TERM, anchor=f"term-{slugify(row.heading)}", **values)]
    return [filled(content, Kind.QUESTION, names=[content.title], **values)]


def filled(content, kind, *, title, summary, names=(), text=(), anchor=""):
    """Return a document with its words as search compares them."""
    language = content.language
    everything = [title, *names, summary, *text]
    return Document(
        kind=kind,
        language=language,
        content_type=ContentType.objects.get_for_model(content),
        content_id=content.pk,
        anchor=anchor,
        title=title,
        summary=summary,
        text="\n".join(text),
        title_stems=padded(stems(title, language)),
        name_stems=" / ".join(padded(stems(name, language)) for name in names if name.strip()),
        lead_stems=padded(stems(summary, language)),
        text_stems=padded(stems("\n".join(text), language)),
        words=" ".join(sorted({word for each in everything for word in words_of(each)})),
    )


def padded(found):
    """Return stems with a space on each side, so that each is found whole."""
    return f" {' '.join(found)} " if found else ""
