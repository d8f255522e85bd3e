"""Words of the glossary, linked to their meaning where a page first uses them (PRODUCT.md, rule 6: unusual words).

A link and no tooltip: it works by keyboard, by touch and without a script, and traps nobody. The finished page is
walked through once, because “first” can only be told when all of its blocks stand in order.
"""

import re
from functools import lru_cache

from cms.models import PageContent
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils.html import format_html
from django.utils.text import slugify

from astr_site.editorial.kept import kept

from .models import Term

# A drawing holds no words and no other drawing, so it is passed as one.
MARKUP = re.compile(r"(<!--.*?-->|<svg\b.*?</svg>|<(/?)([a-zA-Z][\w-]*)([^>]*)>)", re.DOTALL)
CLASSES = re.compile(r'\bclass="([^"]*)"')
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
TOLD_IN = {"p", "li", "dd", "td"}
# Where a link cannot stand, would stand in a link's or a name's way, or would hold up somebody in an emergency. What is
# bold is told or named right there.
LEFT_ALONE = {
    *("a", "button", "summary", "label", "legend", "textarea", "select", "option"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "caption", "figcaption", "nav", "svg", "script", "style"),
    *("strong", "b"),
}
PLAIN_PARTS = {
    *("page-head", "care-card", "glossary", "sources", "page-record", "transcript", "disclosure", "search-results"),
    *("cell-name", "scope-table__name", "frieze", "listing", "practitioner-rows", "technique-cards", "glyph-key"),
}


@kept
def headings(language):
    """Return the words of the public glossary."""
    return tuple(asked(language))


def asked(language):
    glossary = PageContent.objects.filter(page__reverse_id="glossary", language=language)
    rows = Term.objects.filter(
        plugin_type="TermPlugin",
        language=language,
        placeholder__content_type=ContentType.objects.get_for_model(PageContent),
        placeholder__object_id__in=glossary.values("pk"),
    )
    return list(rows.values_list("heading", flat=True))


def forms(heading, language):
    """Return a pattern of a word and its plural: “trigger points”, “articulaciones”, “agudas”."""
    words = [re.escape(word) for word in heading.split()]
    if language != settings.LANGUAGE_CODE:
        words = [re.sub(r"ión$", "i(?:ón|ones)", re.sub(r"\Bo$", "[oa]", word)) for word in words]
    return r"\s+".join(f"{word}(?:e?s)?" for word in words)


def gloss(html, address, words, language):
    """Return a page's main part with each of these words linked once to its place at `address`."""
    if not words:
        return html
    by_length = sorted(words, key=len, reverse=True)
    return Walk(pattern_of(tuple(by_length), language), by_length, address).through(html)


@lru_cache(maxsize=8)
def pattern_of(words, language):
    alternatives = "|".join(f"({forms(word, language)})" for word in words)
    # A text is mostly other words: one look at the first letter tells most of them from ours.
    first = re.escape("".join(word[0] for word in words))
    return re.compile(rf"(?<![\w-])(?=[{first}])(?:{alternatives})(?![\w-])", re.IGNORECASE)


def is_plain(attributes):
    found = CLASSES.search(attributes)
    return found is not None and not PLAIN_PARTS.isdisjoint(found[1].split())


class Walk:
    """One way through a page, which remembers the elements that are open and the words that were met.

    Of each it knows what holds for a text in it: whether it names the page, is told to readers, is left alone. So most
    texts need no look.
    """

    def __init__(self, pattern, words, address):
        self.pattern, self.words, self.address = pattern, words, address
        self.open, self.met = [("", False, False, False)], set()

    def through(self, html):
        *parts, last = MARKUP.split(html)
        written = []
        for text, markup, closing, name, rest in zip(*[iter(parts)] * 5, strict=True):
            written += self.text(text) if text else "", markup
            if name:
                self.step(closing, name, rest)
        return "".join([*written, self.text(last)])

    def step(self, closing, name, rest):
        name = name.lower()
        if closing:
            while len(self.open) > 1 and self.open.pop()[0] != name:
                pass
        elif name not in VOID and not rest.endswith("/"):
            _around, names, told, alone = self.open[-1]
            alone = alone or name in LEFT_ALONE or is_plain(rest)
            self.open.append((name, names or name == "h1", told or name in TOLD_IN, alone))

    def text(self, words):
        _around, names, told, alone = self.open[-1]
        if names:
            # What the page itself is about needs no way to another page.
            self.met.update(match.lastindex for match in self.pattern.finditer(words))
        return self.pattern.sub(self.link, words) if told and not alone else words

    def link(self, match):
        if match.lastindex in self.met:
            return match[0]
        self.met.add(match.lastindex)
        anchor = slugify(self.words[match.lastindex - 1])
        return str(format_html('<a class="explained" href="{}#term-{}">', self.address, anchor)) + f"{match[0]}</a>"
