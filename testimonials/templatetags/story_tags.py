"""Tags for whatever shows a story."""

from django import template

from testimonials import posters

register = template.Library()


@register.simple_tag
def poster_sizes(pk: int) -> str:
    """The sizes of a story's poster, as an image's srcset."""
    return posters.poster_sizes(pk)
