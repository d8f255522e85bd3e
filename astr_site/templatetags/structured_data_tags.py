"""What search engines read, written where the page shows the same."""

from django import template

from astr_site.clinic.templatetags.clinic_tags import clinic
from astr_site.editorial.templatetags.editorial_tags import record
from astr_site.page_links import page_links
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
def breadcrumb_data(context):
    """The steps of the breadcrumb in which this stands."""
    # While a draft is edited, the menu does not know the home page and has None in its place.
    steps, crumb = [step for step in context["ancestors"] if step], context.get("crumb")
    shown = [(str(step.get_menu_title()), step.get_absolute_url()) for step in steps]
    if crumb:
        return {"data": pages.breadcrumb_list([*shown, (crumb, "")])}
    if steps and steps[-1].selected:
        return {"data": pages.breadcrumb_list([*shown[:-1], (shown[-1][0], "")])}
    return {"data": pages.breadcrumb_list([*shown, (context["last_crumb"], "")])}


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
