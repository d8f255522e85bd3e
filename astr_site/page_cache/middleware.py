from .reading import ASKED_PLAINLY, FOR_ONE_READER


class KeptPagesMiddleware:
    """Lets visitors' pages be kept: the CMS forbids it for all pages while its own page cache is off.

    It only does so where the wrapper asks, which then is sure that no member of staff does.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        word_of_the_cms = "must-revalidate" in response.headers.get("Cache-Control", "")
        if word_of_the_cms and ASKED_PLAINLY in request.META and FOR_ONE_READER not in request.META:
            for name in ("Cache-Control", "Expires"):
                response.headers.pop(name, None)
        return response
