from django.contrib import admin
from django.template.response import TemplateResponse


def screen(request, name, title, **context):
    """Answer with one of the pages of the way in, in the frame of all staff pages."""
    page = admin.site.each_context(request) | {"title": title} | context
    return TemplateResponse(request, f"sign_in/{name}.html", page)
