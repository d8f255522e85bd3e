from functools import wraps

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from astr_site.away import while_files_are_there
from astr_site.editorial.views import find_or_page, show
from astr_site.page_cache.reading import reads_query

from .embeds.finding import has_been
from .gallery import filter_links, gallery_filters, kept_by
from .media import media_of, serve
from .models import CaptionTrack, Testimonial, TestimonialContent
from .models.listing import address_of_twin, cards, listed
from .posters import serve_poster
from .structured_data import video_object

STORIES_PER_PAGE = 12


@reads_query("technique", "area", "language", "page")
def testimonial_list(request):
    listing, filters = listed(request.LANGUAGE_CODE), gallery_filters(request)
    found = listing.of(kept_by(filters, listing.kinds, request.GET))
    stories = Paginator(found, STORIES_PER_PAGE).get_page(request.GET.get("page"))
    stories.object_list = cards(stories.object_list)
    return render(
        request,
        "testimonials/testimonial_list.html",
        {"stories": stories, "filters": filter_links(filters, listing.kinds, request.GET)},
    )


def testimonial_detail(request, slug):
    stories = TestimonialContent.objects.in_language(request.LANGUAGE_CODE).shown().knowing_elsewhere().for_page()
    return find_or_page(request, stories, slug, show_testimonial)


def show_testimonial(request, content):
    return show(
        request,
        "testimonials/testimonial_detail.html",
        content,
        address_of_twin=address_of_twin,
        testimonial=content.testimonial,
        media=media_of(content.testimonial),
        structured_data=video_object(content),
        more=cards(listed(content.language).newest(3, but=content.testimonial_id)),
    )


def is_staff(request):
    return request.user.has_perm("testimonials.change_testimonial")


def viewable(request):
    """Return the stories whose media this visitor may have: staff also see those that are not visible.

    A film is the same wherever its story is shown: here or, in a frame from here, on other websites.
    """
    if is_staff(request):
        return Testimonial.objects.all()
    here, elsewhere = TestimonialContent.objects.shown(), TestimonialContent.objects.elsewhere()
    ours, theirs = (Q(pk__in=shown.values("testimonial")) for shown in (here, elsewhere))
    return Testimonial.objects.filter(ours | theirs)


def only_seen(view):
    """Give the view its story if this visitor may see it; else 410 says that it is gone, and tells no more."""

    @wraps(view)
    def judged(request, pk, *args, **kwargs):
        story = viewable(request).filter(pk=pk).first()
        if story is not None:
            return view(request, story, *args, **kwargs)
        if has_been(pk):
            return HttpResponse(status=410, content_type="text/plain")
        raise Http404

    return judged


@while_files_are_there
@only_seen
def video(request, story):
    return serve(request, story.video)


@while_files_are_there
@only_seen
def poster(request, story, width=None, kind=""):
    response = serve(request, story.poster) if width is None else serve_poster(request, story.poster, width, kind)
    if TestimonialContent.objects.elsewhere().filter(testimonial=story).exists():
        # Newsletters and other websites show the poster as a picture of their own page.
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@while_files_are_there
@only_seen
def captions(request, story, language):
    tracks = CaptionTrack.objects if is_staff(request) else CaptionTrack.objects.readable()
    # A browser reads captions from the page's own host only (HTML, "the track element").
    return serve(request, get_object_or_404(tracks, testimonial=story, language=language).file, from_here=True)
