"""What a page tells the sites on which people share it."""

from cms.models import PageContent
from django import template
from django.conf import settings

from astr_site.editorial.subjects import SubjectContent
from astr_site.sharing.cards import card_of

register = template.Library()
TERRITORY = "US"


@register.inclusion_tag("partials/share.html", takes_context=True)
def share(context):
    """The Open Graph and Twitter tags of a page; nothing where neither a subject nor a page is shown."""
    request = context.get("request")
    content = shown(context)
    if content is None:
        return {}
    subject = isinstance(content, SubjectContent)
    return {
        "card": card_of(content),
        "description": content.summary if subject else content.meta_description,
        "url": settings.SITE_URL + request.path,
        "type": "article" if subject else "website",
        "locale": f"{content.language}_{TERRITORY}",
    }


def shown(context):
    """Return the content that the page shows: a subject's, or else that of the CMS page."""
    content = context.get("content")
    if isinstance(content, SubjectContent):
        return content
    page = getattr(context.get("request"), "current_page", None)
    content = page.get_content_obj(context["request"].LANGUAGE_CODE) if page else None
    return content if isinstance(content, PageContent) else None
