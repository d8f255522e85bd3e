"""How pictures are handed out, wherever they lie; whitenoise serves only what the repository holds."""

from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve
from filer.models import Image

from .away import while_files_are_there
from .pictures.answering import answer, known_or_404, sized
from .pictures.keeping import kept
from .pictures.library import source_of

TYPES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}
A_YEAR = "public, max-age=31536000, immutable"


@require_safe
@while_files_are_there
@cache_control(public=True, max_age=3600)
def picture(request, path):
    if isinstance(storages["default"], FileSystemStorage):
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
    else:
        # Readers ask nobody but us, wherever the pictures lie (PRODUCT.md, rule 5).
        response = HttpResponse(storages["default"].get(path))
    # The type is told by us and never guessed; what is no picture is only handed over, and shown by no browser.
    kind = TYPES.get(Path(path).suffix.lower())
    response.headers["Content-Type"] = kind or "application/octet-stream"
    if not kind:
        response.headers["Content-Disposition"] = "attachment"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
@while_files_are_there
def picture_size(request, pk, mark, shape, width, kind):
    """Answer with a picture of the library in one size; one that was drawn before takes no question to the database."""
    known_or_404(shape, width, kind)
    data, told = kept(storages["default"], mark, shape, width, kind), kind
    if data is None:
        source = source_of(get_object_or_404(Image, pk=pk))
        if source.mark != mark:
            raise Http404
        data, told = sized(source, shape, width, kind)
    response = answer(request, mark, data, told, shape, width)
    # A picture that changes gets another address. What stands in for a better one is kept by nobody.
    response.headers["Cache-Control"] = A_YEAR if told == kind else "no-store"
    return response


@require_safe
@cache_control(public=True, max_age=86400)
def icon(request):
    """Lead to the site's mark those browsers that ask at the root, as they do where a page names none."""
    return redirect(static("img/mark.svg"))
