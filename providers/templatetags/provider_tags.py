"""Which professions use a technique, for pages that know only the technique."""

from django import template

from ..models import PractitionerTypeContent, TechniqueUse

register = template.Library()


@register.simple_tag
def practitioners_using(technique, language):
    """Return the uses of `technique` by published professions, each with its `.practitioner`."""
    published = PractitionerTypeContent.objects.in_language(language)
    uses = TechniqueUse.objects.filter(technique=technique, content__in=published)
    uses = uses.select_related("source", "content__practitioner_type").order_by("content__practitioner_type__position")
    for use in uses:
        use.practitioner = use.content
    return uses
