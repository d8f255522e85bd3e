"""What search engines read, written where the page shows the same."""

from django import template

from astr_site.clinic.templatetags.clinic_tags import clinic
from astr_site.editorial.templatetags.editorial_tags import record
from astr_site.navigation import page_links
from astr_site.shown import shown_content, told
from astr_site.structured_data import clinics, pages
from astr_site.structured_data import questions as asked

register = template.Library()
written = register.inclusion_tag("partials/structured_data.html", takes_context=True)


@written
def page_data(context, main=None):
    """The page with its review; `main` is what it is about."""
    content = shown_content(context)
    if content is None:
        return {}
    path = context["request"].path
    return {"data": pages.web_page(*told(content), content.language, path, record(content), main)}


@written
def breadcrumb_data(context, steps):
    """The steps of the breadcrumb in which this stands."""
    return {"data": pages.breadcrumb_list(steps)}


@written
def site_data(context):
    """The site itself, on its first page."""
    request = context["request"]
    links, language = page_links(request), request.LANGUAGE_CODE
    return {"data": pages.web_site(language, request.path, links.get("search", ""), clinic(context))}


@written
def location_data(context, location):
    """A location of the clinic."""
    return {"data": clinics.medical_clinic(location, context["request"].path)}


@register.simple_tag
def questions(entries):
    """The questions among the rows of an accordion, for the one list of the page."""
    return asked.questions(entries)
