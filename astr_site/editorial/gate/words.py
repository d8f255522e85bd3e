"""The words of a version as readers meet them: from its own fields, rows and blocks, each with its spot."""

import re
from dataclasses import dataclass

from cms.models import CMSPlugin, PageContent
from django.db import models
from djangocms_text.fields import HTMLField
from djangocms_text.models import AbstractText
from lxml import etree, html
from sentencex import segment

from .findings import Spot

OF_A_PAGE = ("title", "page_title", "menu_title", "meta_description")
NO_WORDS = {"language", "slug", "key", "address"}
ADDRESS = re.compile(r"^(https?:|mailto:|tel:|/|#)\S*$")
BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "caption", "blockquote", "dt", "dd", "div")
HEADINGS = ("heading", "title", "label")
ENDS = re.compile(r"[.!?…][”\"’)]?$")
LONG_ENOUGH = 9
HEADING = "\ue000"  # Marks a heading while text is taken apart; no text has it.


@dataclass(frozen=True)
class Passage:
    """A paragraph, a list item or a heading; or, `spoken`, what a person said."""

    text: str
    spot: Spot
    language: str
    heading: bool = False
    spoken: bool = False

    @property
    def sentences(self):
        return [found.strip() for found in segment(self.language, self.text) if found.strip()]

    @property
    def is_prose(self):
        """Say whether it is told in sentences: “take blood thinners” in a list is not."""
        return not self.heading and bool(ENDS.search(self.text) or len(self.text.split()) >= LONG_ENOUGH)


def passages(manuscript):
    """Return every passage of a version, in the order of its form, then of its blocks."""
    content, found = manuscript.content, []

    def gather(row, spot_of):
        for field in word_fields(type(row)):
            for text, heading in split(field, getattr(row, field.name)):
                spoken = field.name in getattr(row, "spoken_fields", ())
                found.append(Passage(text, spot_of(field), manuscript.language, heading, spoken))

    gather(content, lambda field: manuscript.form(field.name))
    for row in own_rows(content):
        gather(row, lambda field: manuscript.rows)
    for plugin in manuscript.plugins:
        gather(plugin, lambda field, plugin=plugin: manuscript.block(plugin))
    return found


def word_fields(model):
    """Return the fields of a model in which staff write words for readers."""
    if issubclass(model, PageContent):
        return [model._meta.get_field(name) for name in OF_A_PAGE]
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, models.SlugField | models.URLField)
        and not field.choices
        and field.model is not CMSPlugin
        and field.name not in NO_WORDS
    ]


def own_rows(content):
    """Return the rows that are versioned with a content, such as what a profession may do."""
    if isinstance(content, PageContent):
        return
    for relation in content._meta.related_objects:
        if relation.one_to_many and relation.related_model._meta.app_label == content._meta.app_label:
            yield from getattr(content, relation.get_accessor_name()).all()


def split(field, value):
    """Return (text, whether it is a heading) for each passage in the value of a field."""
    if not value or ADDRESS.match(value):
        return []
    if isinstance(field, HTMLField) or issubclass(field.model, AbstractText):
        return split_html(value)
    heading = field.name.removeprefix("menu_").removeprefix("page_").split("_")[-1] in HEADINGS
    return [(" ".join(line.split()), heading) for line in value.splitlines() if line.strip()]


def split_html(value):
    try:
        tree = html.fragment_fromstring(value, create_parent="div")
    except etree.ParserError:
        return []
    for element in tree.iter(*BLOCKS):
        mark = f"\n{HEADING}" if element.tag.startswith("h") else "\n"
        element.text = mark + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    for line_break in tree.iter("br"):
        line_break.tail = " " + (line_break.tail or "")
    lines = ((" ".join(line.strip(f" {HEADING}").split()), HEADING in line) for line in tree.text_content().split("\n"))
    return [(text, heading) for text, heading in lines if text]
