"""The staff page about other websites: code for a wall, the stories that may travel, and who shows them."""

from collections import Counter, defaultdict
from datetime import timedelta

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from techniques.models import TechniqueContent

from ..models import Showing
from .codes import wall_address, wall_frame, with_script
from .finding import travelling

DAYS = 30


@csp_update({"frame-src": [SELF]})
def elsewhere(request):
    """Offer what may travel in one language; with something chosen (`stories`, or `technique`), its code and look."""
    if not request.user.has_perm("testimonials.change_testimonial"):
        raise PermissionDenied
    language = request.GET.get("language")
    language = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    stories = list(travelling(language).newest_first())
    numbers = {str(each.testimonial_id) for each in stories} & set(request.GET.getlist("stories"))
    techniques = TechniqueContent.objects.in_language(language).ordered()
    key = request.GET.get("technique", "")
    chosen = {"stories": ",".join(sorted(numbers, key=int))} if numbers else {"technique": key} if key else {}
    context = {
        **admin.site.each_context(request),
        "title": _("Stories on other websites"),
        "language": language,
        "languages": settings.LANGUAGES,
        "stories": stories,
        "numbers": numbers,
        "techniques": techniques,
        "technique": key,
        "hosts": hosts(),
    }
    if chosen:
        context["address"] = wall_address(language, **chosen)
        context["code"] = with_script(wall_frame(language, _("Patient stories"), **chosen))
    return render(request, "testimonials/embeds/elsewhere.html", context)


def hosts():
    """Return (times shown, website, stories) of the last days, the busiest first."""
    lately = Showing.objects.filter(day__gte=timezone.localdate() - timedelta(days=DAYS))
    times, stories = Counter(), defaultdict(Counter)
    for host, story, counted in lately.values_list("host", "testimonial__display_name", "times"):
        times[host] += counted
        stories[host][story] += counted
    return [
        (number, host, [story for story, _n in stories[host].most_common()]) for host, number in times.most_common()
    ]
