"""Which stories other websites may show, asked of the one judge (H4)."""

from ..models import Testimonial, TestimonialContent


def travelling(language):
    """Return the stories in one language that other websites may show now."""
    return TestimonialContent.objects.in_language(language).elsewhere().for_page()


def has_been(pk):
    """Say whether there is or was a story with this number, of which nothing more is told."""
    return Testimonial.objects.filter(pk=pk).exists()
