"""What forms of the CMS and of the picture library take for granted, and should not.

Some fail where a field is missing from what is sent, or an address names what is no number. They answer 400 and say
so, and what failed is logged. A fault in our own code stays a fault.
"""

import logging
import traceback
from pathlib import Path

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse

log = logging.getLogger(__name__)
PACKAGES = {"site-packages", "dist-packages"}


class HalfFilledMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        # Views of the CMS take for granted that their own scripts ask, and what these send.
        lacks = isinstance(exception, (KeyError, ValueError)) or "is a required parameter" in str(exception)
        if lacks and is_staff_page(request) and not is_ours(exception):
            log.warning("A form was not filled in as its view expects", exc_info=exception)
            return render(request, "desk/half_filled.html", status=400)
        return None


def is_staff_page(request):
    return request.path.startswith(reverse("admin:index"))


def is_ours(exception):
    """Say whether the last line that ran is of this site, and not of a package."""
    last = Path(traceback.extract_tb(exception.__traceback__)[-1].filename)
    return last.is_relative_to(settings.ROOT) and not PACKAGES & set(last.parts)


class AliasContentAdmin:
    """The package asks an alias for a manager before it deletes a text of it, and an alias has none: always a fault."""

    def delete_model(self, request, obj):
        obj.delete()
