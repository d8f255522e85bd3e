from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.http import HttpResponsePermanentRedirect

# Browsers keep a permanent redirect for ever unless they are told not to; an address may come back to life.
AN_HOUR = "max-age=3600"


class MovedMiddleware:
    """Where there is nothing any more, leads to where it went; a living address is never touched."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        path = request.path if request.path.endswith("/") else request.path + "/"
        moved = Redirect.objects.filter(site_id=settings.SITE_ID, old_path=path).first()
        if moved is None or not moved.new_path:
            return response
        query = request.META.get("QUERY_STRING", "")
        answer = HttpResponsePermanentRedirect(moved.new_path + (f"?{query}" if query else ""))
        answer["Cache-Control"] = AN_HOUR
        return answer
