"""Telling caches in front of the site at once which addresses have changed."""

from .sending import purge

__all__ = ["purge"]
