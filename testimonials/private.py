"""The patient's private page: where my story appears, and one button that withdraws it (H3)."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from menus.utils import set_language_changer

from astr_site.defense.limits import limited

from .actions import withdraw
from .appearances import appearances, may_be_shown_elsewhere, websites
from .models import Authorization, PrivateLink


def unseen(view):
    """Keep an address that is itself the secret out of caches, search engines and other sites' logs."""

    def guarded(request, *args, **kwargs):
        # The answer to a wrong address is written by Django, which asks the request for its headers.
        response = view(request, *args, **kwargs)
        patch_cache_control(response, no_store=True, private=True)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return guarded


# Who knows the address may withdraw: it is the whole proof, so that a token in a cookie would add nothing
# but a cookie. With no referrer the browser sends no origin either, which Django would refuse.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@limited(30, 60)
@unseen
def private_story(request, token):
    link = PrivateLink.objects.opened_by(token).select_related("testimonial").first()
    if link is None:
        return render(request, "testimonials/private_story_gone.html", status=404)
    story = link.testimonial
    if request.method == "POST":
        withdraw(story, Authorization.WithdrawnBy.PERSON)
        return redirect(request.path, permanent=False)
    set_language_changer(request, lambda language: address_of(token, language))
    return render(
        request,
        "testimonials/private_story.html",
        {
            "story": story,
            "places": appearances(story),
            "elsewhere": may_be_shown_elsewhere(story),
            "websites": websites(story),
            "withdrawn": story.authorizations.filter(withdrawn_at__isnull=False).order_by("-withdrawn_at").first(),
            "open": story.authorizations.filter(withdrawn_at=None).exists(),
        },
    )


def address_of(token, language):
    with override(language):
        return reverse("private-story", args=[token])
