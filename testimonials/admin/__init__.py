"""What staff see: stories, what their people signed, and what runs out."""

from .authorizations import AuthorizationAdmin
from .stories import TestimonialAdmin, TestimonialContentAdmin

__all__ = ["AuthorizationAdmin", "TestimonialAdmin", "TestimonialContentAdmin"]
