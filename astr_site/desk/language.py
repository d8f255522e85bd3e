"""The language of the staff pages, whose addresses name none (issue 7, Spanish).

Django takes an address without a language for English. Here it is read in the language that a person has chosen,
which the CMS keeps in its user settings for the toolbar; until then in that of the browser. Only what readers will
see is drawn in the language of its text.
"""

from cms.models import UserSettings
from cms.toolbar.utils import get_toolbar_from_request
from django.conf import settings
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import activate, get_language_from_request
from django.views.decorators.http import require_POST

LANGUAGES = dict(settings.LANGUAGES)
DRAWN = {"cms_placeholder_render_object_edit", "cms_placeholder_render_object_preview"}


def language_of(user, otherwise=settings.LANGUAGE_CODE):
    """Return the language that a person has chosen; also for what is written while they are away."""
    chosen = UserSettings.objects.filter(user=user.pk, language__in=LANGUAGES) if user and user.pk else None
    return (chosen and chosen.values_list("language", flat=True).first()) or otherwise


def drawn_in(request):
    """Return the language of the text that this address draws as readers will see it, or ""."""
    asked = request.GET.get("language")
    try:
        drawn = asked in LANGUAGES and resolve(request.path_info).url_name in DRAWN
    except Resolver404:
        return ""
    return asked if drawn else ""


class StaffLanguageMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith(reverse("admin:index")):
            own = language_of(request.user, otherwise=get_language_from_request(request))
            request.LANGUAGE_CODE = drawn_in(request) or own
            activate(request.LANGUAGE_CODE)
        return self.get_response(request)


@require_POST
def choose_language(request):
    """Keep the language that a person wants to work in, and lead back to where they were."""
    if request.POST.get("language") in LANGUAGES:
        chosen = get_toolbar_from_request(request).user_settings
        chosen.language = request.POST["language"]
        chosen.save(update_fields=["language"])
    back = request.POST.get("next")
    known = url_has_allowed_host_and_scheme(back, {request.get_host()})
    return redirect(back if known else "admin:index")
