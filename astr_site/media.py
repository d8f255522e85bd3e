"""Where uploads lie, and how pictures are handed out; whitenoise serves only what the repository holds."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve


@require_safe
@cache_control(public=True, max_age=3600)
def picture(request, path):
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    # A picture that holds a script, such as an SVG drawing opened by itself, must not run it.
    response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
@cache_control(public=True, max_age=86400)
def icon(request):
    """Lead to the site's mark those browsers that ask at the root, as they do where a page names none."""
    return redirect(static("img/mark.svg"))


class StoryStorage(FileSystemStorage):
    """Keeps the files of stories, which only the view that knows the person's consent hands out."""

    def url(self, name):
        # Django would otherwise name the address of pictures, where these files never are.
        return ""
