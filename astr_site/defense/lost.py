"""The answer at an address that is none."""

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.views import defaults


def page_not_found(request, exception):
    """Show the usual page without reading what was sent there, which may be unreadable or endless."""
    request._post, request._files = QueryDict(), MultiValueDict()
    return defaults.page_not_found(request, exception)
