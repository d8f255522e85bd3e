"""The documents that other websites frame."""

from pathlib import Path

from django.contrib.staticfiles.finders import find
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from techniques.models import Technique

from ..media import media_of
from .counting import count
from .finding import has_been, travelling
from .framing import gone, theme_of, travels

LARGEST_WALL = 12
AN_HOUR = 60 * 60


@travels
def story(request, pk):
    content = travelling(request.LANGUAGE_CODE).filter(testimonial=pk).first()
    if content is None:
        if has_been(pk):
            return gone(request)
        raise Http404
    count(request, [pk])
    return render(
        request,
        "testimonials/embeds/story.html",
        {"content": content, "media": media_of(content.testimonial), "theme": theme_of(request)},
    )


@travels
def wall(request):
    """Show several stories: those of one technique (`technique`, its key), or chosen ones (`stories`, numbers)."""
    contents = chosen(travelling(request.LANGUAGE_CODE), request.GET)
    if not contents:
        return gone(request)
    count(request, [content.testimonial_id for content in contents])
    return render(request, "testimonials/embeds/wall.html", {"contents": contents, "theme": theme_of(request)})


def chosen(stories, query):
    """Return the stories that an address asks for. Raises Http404 where it asks for nothing that exists."""
    if key := query.get("technique", ""):
        if not Technique.objects.filter(key=key).exists():
            raise Http404
        return list(stories.filter(testimonial__techniques__key=key).newest_first()[:LARGEST_WALL])
    numbers = [int(each) for each in query.get("stories", "").split(",") if each.isascii() and each.isdigit()]
    numbers = [number for number in dict.fromkeys(numbers) if number < 2**31][:LARGEST_WALL]
    if not numbers:
        raise Http404
    found = {content.testimonial_id: content for content in stories.filter(testimonial__in=numbers)}
    return [found[number] for number in numbers if number in found]


def script(request):
    """Answer with the optional script for other websites, under an address that never changes."""
    response = HttpResponse(Path(find("js/embed-around.js")).read_bytes(), content_type="text/javascript")
    patch_cache_control(response, public=True, max_age=AN_HOUR)
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
