"""The checks that every kind of content goes through; importing this registers them."""

from . import structure

__all__ = ["structure"]
