"""Tags for things every template draws."""

from django import template

register = template.Library()

WASHES = {"manipulation": "ochre", "mobilization": "water", "massage": "clay", "astr": "pine"}


@register.inclusion_tag("components/icon.html")
def icon(name: str) -> dict:
    """An interface icon; it is decoration, so words always stand beside it."""
    return {"drawing": f"icons/{name}.svg"}


@register.inclusion_tag("components/glyph.html")
def glyph(key: str) -> dict:
    """The line of a technique, or the flat line where there is none."""
    known = key in ("manipulation", "mobilization", "massage", "astr")
    return {"drawing": f"drawings/glyph-{key}.svg" if known else "drawings/glyph-none.svg", "known": known}


@register.inclusion_tag("components/drawing.html")
def drawing(name: str) -> dict:
    """A drawing of ours, written into the page so that it follows the theme."""
    return {"drawing": f"drawings/{name}.svg"}


@register.filter
def wash(key: str) -> str:
    """The wash class of a technique (DESIGN 2.1); anything else gets sage."""
    return f"w-{WASHES.get(key, 'sage')}"


@register.filter
def minutes(seconds: int | None) -> str:
    """Seconds as 1:05."""
    total = int(seconds or 0)
    return f"{total // 60}:{total % 60:02}"


@register.inclusion_tag("components/contents.html")
def contents(*parts: str) -> dict:
    """The headings of a long page: id, words, id, words …"""
    return {"entries": list(zip(parts[::2], parts[1::2], strict=True))}


@register.filter
def is_list(value: object) -> bool:
    """Whether a compared fact has several lines."""
    return isinstance(value, list)
