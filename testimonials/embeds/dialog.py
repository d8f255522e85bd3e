"""The page with the code to copy: for visitors where a story may travel, for staff also to learn why it may not."""

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import override
from menus.utils import set_language_changer

from astr_site.editorial.views import other_language

from ..models import Authorization, TestimonialContent
from ..models.listing import address_of_twin
from .codes import frame, picture_link, story_address, with_script
from .finding import travelling

WIDTHS = (280, 416, 640)


@csp_update({"frame-src": [SELF]})
def embed_codes(request, slug):
    content = get_object_or_404(
        TestimonialContent.objects.in_language(request.LANGUAGE_CODE).knowing_elsewhere().for_page(), slug=slug
    )
    staff = request.user.has_perm("testimonials.change_testimonial")
    if not content.travels and not staff:
        raise Http404
    set_language_changer(request, same_page_in(content))
    return render(
        request,
        "testimonials/embeds/codes.html",
        {
            "content": content,
            "codes": codes(content) if content.travels else [],
            "previews": [(width, story_address(content)) for width in WIDTHS] if content.travels else [],
            "allowed": allowed(content.testimonial) if staff else None,
        },
    )


def same_page_in(content):
    """Return a function that gives this page's address in another language; the story's own where it may not travel."""

    def address(language):
        twin = travelling(language).filter(testimonial=content.testimonial_id).first()
        if twin is None:
            return other_language(content, address_of_twin)(language)
        with override(language):
            return reverse("testimonials:embed", args=[twin.slug])

    return address


def codes(content):
    return [
        ("frame", frame(content)),
        ("script", with_script(frame(content))),
        ("picture", picture_link(content)),
    ]


def allowed(story):
    """Return the authorizations that are not withdrawn, for staff: what each covers and when it ends."""
    return Authorization.objects.filter(testimonial=story, withdrawn_at=None)
