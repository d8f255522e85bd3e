"""What a page tells the sites on which people share it."""

from cms.models import PageContent
from django import template
from django.conf import settings

from astr_site.sharing.cards import card_of
from astr_site.shown import shown_content, told

register = template.Library()
TERRITORY = "US"


@register.inclusion_tag("partials/share.html", takes_context=True)
def share(context):
    """The Open Graph and Twitter tags of a page; nothing where the address holds neither a page nor a subject."""
    content = shown_content(context)
    if content is None:
        return {}
    _title, description = told(content)
    return {
        "card": card_of(content),
        "description": description,
        "url": settings.SITE_URL + context["request"].path,
        "type": "website" if isinstance(content, PageContent) else "article",
        "locale": f"{content.language}_{TERRITORY}",
    }
