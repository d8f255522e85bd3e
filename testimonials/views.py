from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from astr_site.editorial.views import find_or_page, show

from .gallery import filter_links, gallery_filters
from .media import media_of, serve, while_files_are_there
from .models import CaptionTrack, Testimonial, TestimonialContent
from .models.listing import cards, listed
from .posters import serve_poster
from .structured_data import video_object

STORIES_PER_PAGE = 12


def testimonial_list(request):
    entries, filters = listed(request.LANGUAGE_CODE), gallery_filters(request.LANGUAGE_CODE)
    found = entries
    for each in filters:
        found = each.apply(found, request.GET)
    stories = Paginator(found, STORIES_PER_PAGE).get_page(request.GET.get("page"))
    stories.object_list = cards(stories.object_list)
    return render(
        request,
        "testimonials/testimonial_list.html",
        {"stories": stories, "filters": filter_links(filters, entries, request.GET)},
    )


def testimonial_detail(request, slug):
    stories = TestimonialContent.objects.in_language(request.LANGUAGE_CODE).shown().for_page()
    return find_or_page(request, stories, slug, show_testimonial)


def show_testimonial(request, content):
    others = [entry for entry in listed(content.language) if entry.testimonial != content.testimonial_id]
    return show(
        request,
        "testimonials/testimonial_detail.html",
        content,
        testimonial=content.testimonial,
        media=media_of(content.testimonial),
        structured_data=video_object(content),
        more=cards(others[:3]),
    )


def is_staff(request):
    return request.user.has_perm("testimonials.change_testimonial")


def viewable(request):
    """Return the stories whose media this visitor may have: staff also see those that are not visible."""
    if is_staff(request):
        return Testimonial.objects.all()
    return Testimonial.objects.filter(pk__in=TestimonialContent.objects.shown().values("testimonial"))


@while_files_are_there
def video(request, pk):
    return serve(request, get_object_or_404(viewable(request), pk=pk).video)


@while_files_are_there
def poster(request, pk, width=None):
    picture = get_object_or_404(viewable(request), pk=pk).poster
    return serve_poster(request, picture, width) if width else serve(request, picture)


@while_files_are_there
def captions(request, pk, language):
    tracks = CaptionTrack.objects if is_staff(request) else CaptionTrack.objects.readable()
    tracks = tracks.filter(testimonial__in=viewable(request))
    # A browser reads captions from the page's own host only (HTML, "the track element").
    return serve(request, get_object_or_404(tracks, testimonial=pk, language=language).file, from_here=True)
