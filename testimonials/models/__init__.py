"""Testimonials: a person's story, its media, what the person allowed, and the one judge of when it may be seen."""

from .authorization import Authorization, Channel
from .captions import CaptionTrack
from .content import TestimonialContent
from .files import random_name, story_storage
from .links import PrivateLink
from .plugins import Story, StoryWall
from .showing import Showing
from .testimonial import Testimonial

__all__ = [
    "Authorization",
    "CaptionTrack",
    "Channel",
    "PrivateLink",
    "Showing",
    "Story",
    "StoryWall",
    "Testimonial",
    "TestimonialContent",
    "random_name",
    "story_storage",
]
