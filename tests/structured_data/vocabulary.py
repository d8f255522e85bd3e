"""Judges JSON-LD by schema.org's vocabulary, and by what Google requires of the kinds that it shows.

pydantic2-schemaorg brings the whole vocabulary as classes: their parents are the types above a type, their
annotations name what a property may hold. Its own validation lets unknown words pass, so only its facts are used.
"""

import re
from datetime import date, datetime, time
from importlib import import_module
from inspect import get_annotations
from urllib.parse import urlsplit

SCHEMA = "https://schema.org"
KEYWORDS = {"@context", "@type", "@id"}
ISO_DURATION = re.compile(r"P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?")

# What Google asks for before it shows a page's data (its documentation of Video and Breadcrumb, November 2026).
REQUIRED = {
    "VideoObject": ["name", "thumbnailUrl", "uploadDate"],
    "BreadcrumbList": ["itemListElement"],
    "ListItem": ["position", "name"],
    "FAQPage": ["mainEntity"],
    "Question": ["name", "acceptedAnswer"],
    "Answer": ["text"],
}


def reads(parse):
    def may_be(text):
        try:
            return bool(parse(text))
        except ValueError:
            return False

    return may_be


# Text that may stand where the vocabulary wants one of its kinds of data.
DATA = {
    "Text": bool,
    "URL": lambda text: bool(urlsplit(text).scheme and urlsplit(text).netloc),
    "Date": reads(date.fromisoformat),
    "DateTime": reads(datetime.fromisoformat),
    "Time": reads(lambda text: time.fromisoformat(text) is not None),
    "Duration": ISO_DURATION.fullmatch,
}


def known(name):
    """Return the class of a type, or None where schema.org has none of this name."""
    try:
        return getattr(import_module(f"pydantic2_schemaorg.{name}"), name)
    except (ModuleNotFoundError, ValueError):
        return None


def above(name):
    return {each.__name__ for each in known(name).__mro__}


def expected(kind, name):
    """Return the types that a property of this kind may hold, none where the kind has no such property."""
    for each in known(kind).__mro__:
        if annotation := get_annotations(each).get(name):
            return set(re.findall(r"'(\w+)'", str(annotation)))
    return set()


def fits(value, wanted):
    """Say whether a value is of one of the wanted types."""
    if isinstance(value, dict):
        return known(value.get("@type")) is not None and bool(above(value["@type"]) & wanted)
    if isinstance(value, bool) or not isinstance(value, str):
        return isinstance(value, (int, float)) and bool(wanted & {"Integer", "Number"})
    if value.startswith(f"{SCHEMA}/") and known(value.removeprefix(f"{SCHEMA}/")):
        return bool(above(value.removeprefix(f"{SCHEMA}/")) & wanted)
    return any(DATA[each](value) for each in wanted & set(DATA))


def complaints(node, place="", top=True):
    """Yield what is wrong with a node and all nodes within it."""
    kind = node.get("@type")
    place = f"{place}/{kind}"
    if top and node.get("@context") != SCHEMA:
        yield f"{place}: no context"
    if known(kind) is None:
        yield f"{place}: no such type"
        return
    yield from (f"{place}: Google requires {name}" for name in REQUIRED.get(kind, ()) if not node.get(name))
    for name, value in node.items():
        if name in KEYWORDS:
            continue
        # An action says with “query-input” what its property “query” is to be filled with.
        wanted = {"Text"} if name.endswith("-input") else expected(kind, name)
        if not wanted or (name.endswith("-input") and not expected(kind, name.removesuffix("-input"))):
            yield f"{place}: no property {name}"
        for each in value if isinstance(value, list) else [value]:
            if wanted and not fits(each, wanted):
                yield f"{place}: {name} is no {sorted(wanted)}: {each!r}"
            if isinstance(each, dict):
                yield from complaints(each, place, top=False)
    if kind == "BreadcrumbList":
        yield from breadcrumb_complaints(node["itemListElement"], place)
    if kind == "VideoObject" and not {"contentUrl", "embedUrl"} & set(node):
        yield f"{place}: neither a file nor a player"


def breadcrumb_complaints(entries, place):
    if len(entries) < 2:
        yield f"{place}: Google requires two steps"
    if [entry.get("position") for entry in entries] != list(range(1, len(entries) + 1)):
        yield f"{place}: the steps are not counted"
    if not all(entry.get("item") for entry in entries[:-1]):
        yield f"{place}: a step leads nowhere"
