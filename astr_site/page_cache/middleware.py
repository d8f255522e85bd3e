from cms.views import details

from .reading import ASKED_PLAINLY


class KeptPagesMiddleware:
    """Lets visitors' pages of the CMS be kept: with its own page cache off, it forbids everybody to."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        match = request.resolver_match
        if request.META.get(ASKED_PLAINLY) and match and match.func is details:
            for name in ("Cache-Control", "Expires"):
                response.headers.pop(name, None)
        return response
