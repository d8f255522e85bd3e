"""What a view answers while the storage of a file does not."""

import functools
import logging

from django.http import Http404, HttpResponse

logger = logging.getLogger(__name__)


def while_files_are_there(view):
    """Answer that a file is away for now where its storage does not answer, so that browsers try again."""

    @functools.wraps(view)
    def answer(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except FileNotFoundError:
            raise Http404 from None
        except OSError:
            logger.exception("Stored files cannot be read")
            return HttpResponse(status=503, headers={"Retry-After": "60", "Cache-Control": "no-store"})

    return answer
