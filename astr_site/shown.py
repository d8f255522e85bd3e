"""Which content the page on its way to the reader shows."""

from cms.models import PageContent

from .editorial.subjects import SubjectContent


def shown_content(context):
    """Return a subject's content, or else that of the CMS page, or None where the address holds neither."""
    content = context.get("content")
    if isinstance(content, SubjectContent):
        return content
    request = context.get("request")
    page = getattr(request, "current_page", None)
    content = page.get_content_obj(request.LANGUAGE_CODE) if page else None
    return content if isinstance(content, PageContent) else None


def told(content):
    """Return (title, description) as the head and the opening of the page say them."""
    if isinstance(content, PageContent):
        return content.page_title or content.title, content.meta_description
    return content.title, content.summary
