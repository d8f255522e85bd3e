import logging

from django.utils import timezone

from .boundary import next_boundary
from .plans import carry_out_due

logger = logging.getLogger(__name__)


class ScheduleMiddleware:
    """Carries out what is due before the page is built, so that no visitor gets what is over (no job is needed)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            now, boundary = timezone.now(), next_boundary()
            if boundary is not None and boundary <= now:
                carry_out_due(now)
        except Exception:  # A visitor must get the page, whatever is wrong with a plan.
            logger.exception("A publication date could not be kept")
        return self.get_response(request)
