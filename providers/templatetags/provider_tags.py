"""Which professions use a technique, for pages that know only the technique."""

from django import template

from ..models import uses_told

register = template.Library()


@register.simple_tag
def practitioners_using(technique, language):
    """Return the uses of `technique` by published professions."""
    return [use for use in uses_told(language) if use.technique == technique.pk]
