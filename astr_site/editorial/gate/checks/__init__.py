"""The checks that every kind of content goes through; importing this registers them."""

from . import efficacy, gaps, links, sources, structure, style

__all__ = ["efficacy", "gaps", "links", "sources", "structure", "style"]
