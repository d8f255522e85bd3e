"""Which professions use a technique, for pages that know only the technique."""

from django import template

from ..models import PractitionerTypeContent, TechniqueUse

register = template.Library()


@register.simple_tag
def practitioners_using(technique, language):
    """Return the uses of `technique` by published professions, each with its `.practitioner`."""
    published = {each.pk: each for each in PractitionerTypeContent.objects.in_language(language).ordered()}
    uses = TechniqueUse.objects.filter(technique=technique, content__in=published).select_related("source")
    for use in uses:
        use.practitioner = published[use.content_id]
    return sorted(uses, key=lambda use: use.practitioner.practitioner_type.position)
