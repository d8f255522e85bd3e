"""The checks that every kind of content goes through; importing this registers them."""

from . import efficacy, links, sources, structure, style

__all__ = ["efficacy", "links", "sources", "structure", "style"]
