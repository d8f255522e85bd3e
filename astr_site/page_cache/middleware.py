from .reading import ASKED_PLAINLY

# No view of ours says so of an answer that a visitor may have.
WORD_OF_THE_CMS = "must-revalidate"


class KeptPagesMiddleware:
    """Lets visitors' pages be kept: the CMS forbids it for all pages while its own page cache is off.

    It only does so where the wrapper asks, which then is sure that no member of staff does.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.META.get(ASKED_PLAINLY) and WORD_OF_THE_CMS in response.headers.get("Cache-Control", ""):
            for name in ("Cache-Control", "Expires"):
                response.headers.pop(name, None)
        return response
