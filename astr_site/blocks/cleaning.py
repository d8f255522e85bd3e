"""What may stand in rich text: everything else is taken out, whichever way the text came in (issue 4, Done when)."""

import re
from functools import lru_cache

import nh3
from djangocms_text.fields import HTMLField
from djangocms_text.models import AbstractText

# Pictures, videos and tables of facts are blocks of their own, which ask for what they need.
TAGS = {
    *("p", "br", "h2", "h3", "strong", "em", "sub", "sup", "a", "ul", "ol", "li", "blockquote"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    # The second holds the page that a link follows when its address changes.
    "a": {"href", "data-cms-href"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "*": {"lang"},
}
SCHEMES = {"http", "https", "mailto", "tel"}

# Text from a word processor or another site has these; the page's own levels begin at h2.
RENAMED = {"h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3", "b": "strong", "i": "em"}
# What stands inside these was never meant to be read.
DROPPED = {"script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math", "xmp", "textarea"}

cleaner = nh3.Cleaner(
    tags=TAGS | set(RENAMED),
    attributes=ATTRIBUTES,
    url_schemes=SCHEMES,
    clean_content_tags=DROPPED,
    link_rel=None,
)
renamed = re.compile(rf"<(/?)({'|'.join(RENAMED)})(?=[ >])")
empty = re.compile(r"<(p|h2|h3|strong|em|li|a)(?: [^>]*)?>(?:\s|&nbsp;|<br>)*</\1>")


@lru_cache(maxsize=2000)
def clean(html):
    """Return `html` with nothing in it but the text, structure and links that a page may carry."""
    # The cleaner writes “<” inside a text or an attribute as “&lt;”, so that what follows meets only tags.
    tidy = renamed.sub(lambda match: f"<{match[1]}{RENAMED[match[2]]}", cleaner.clean(html))
    found = True
    while found:  # What held only something empty is then empty itself.
        tidy, found = empty.subn("", tidy)
    return tidy


def narrow(parser):
    """Let the editor's own cleaner, which runs whenever a field is written, keep no more than ours."""
    parser.ALLOWED_TAGS = TAGS | set(RENAMED)
    parser.ALLOWED_ATTRIBUTES = ATTRIBUTES
    parser.ALLOWED_URL_SCHEMES = SCHEMES
    parser.generic_attribute_prefixes = set()


def clean_before_saving(sender, instance, **kwargs):
    """Clean every rich text of a row, also of one that comes from a fixture or a restored operation."""
    for name in rich_text_fields(sender):
        setattr(instance, name, clean(str(getattr(instance, name) or "")))


@lru_cache
def rich_text_fields(model):
    """Return the names of the fields of `model` that hold rich text."""
    if issubclass(model, AbstractText):
        return ("body",)
    return tuple(field.name for field in model._meta.concrete_fields if isinstance(field, HTMLField))
