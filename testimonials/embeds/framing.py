"""What every document for other websites has in common."""

from functools import wraps

from csp.constants import SELF
from csp.decorators import csp_replace
from django.conf import settings
from django.shortcuts import render
from django.utils.cache import patch_cache_control


def travels(view):
    """Let other websites frame what the view answers: any of them, or those that EMBED_HOSTS names.

    The policy alone says it (astr_site/defense), for X-Frame-Options knows no list. No cache keeps the answer: the
    judge is asked each time, and a story may have become a notice in the meantime.
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        hosts = [*settings.EMBED_HOSTS, SELF] if settings.EMBED_HOSTS else ["*"]
        response = csp_replace({"frame-ancestors": hosts})(view)(request, *args, **kwargs)
        patch_cache_control(response, no_cache=True, private=True)
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        response["X-Robots-Tag"] = "noindex"
        return response

    return answer


def theme_of(request):
    """Return light or dark where the address asks for it; otherwise the document follows its reader."""
    theme = request.GET.get("theme", "")
    return theme if theme in ("light", "dark") else ""


def gone(request):
    """Answer with a notice that names nobody (PRODUCT.md, Testimonials)."""
    return render(request, "testimonials/embeds/gone.html", {"theme": theme_of(request)}, status=410)
