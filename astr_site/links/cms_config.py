"""Before a page is taken down, staff see who links to it."""

from cms.app_base import CMSAppConfig
from django.template.loader import render_to_string

from .found import pointing_at


def who_links_here(request, version):
    """Return what the CMS shows in its question whether to take a version down."""
    return render_to_string("links/who_links_here.html", {"links": pointing_at(version.content)})


class LinksCMSConfig(CMSAppConfig):
    djangocms_versioning_enabled = True
    versioning = []
    versioning_add_to_confirmation_context = {"unpublish": {"who_links_here": who_links_here}}
