"""oEmbed for those who want to show our stories (https://oembed.com, 1.0): its answer is never more than a frame."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.urls import Resolver404, resolve
from django.utils.translation import override
from django.utils.xmlutils import SimplerXMLGenerator

from ..models import TestimonialContent
from .codes import USUAL_WIDTH, frame, height_for, poster_address
from .finding import travelling

# A withdrawn story is gone within this time wherever an answer is kept as asked (issue 6, Revocation).
SECONDS = 60
POSTER = (320, 180)
# What a story's address holds, and what the story is found by.
ADDRESSES = {"testimonials:detail": ("slug", "slug"), "story-embed": ("pk", "testimonial")}


class Refused(Exception):
    """The answer is one of the status codes that oEmbed 1.0, section 2.3.5, names."""

    def __init__(self, status):
        self.status = status


def oembed(request):
    """Answer for a story's address with JSON or XML, or with a status alone."""
    try:
        answer = told(request.GET)
    except Refused as refusal:
        response = HttpResponse(status=refusal.status, content_type="text/plain")
    else:
        response = as_xml(answer) if request.GET.get("format") == "xml" else JsonResponse(answer)
        response["Cache-Control"] = f"public, max-age={SECONDS}"
    # Scripts of any website may read it: it holds nothing but what the story's page shows everybody.
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def told(query):
    if query.get("format", "json") not in ("json", "xml"):
        raise Refused(501)
    width = min(USUAL_WIDTH, limit(query, "maxwidth"))
    height = min(height_for(width), limit(query, "maxheight"))
    content = story_at(query.get("url", ""))
    answer = {
        "version": "1.0",
        "type": "video",
        "title": content.title,
        "provider_name": "ASTR",
        "provider_url": f"{settings.SITE_URL}/",
        "cache_age": SECONDS,
        "html": frame(content, width, height),
        "width": width,
        "height": height,
    }
    if POSTER[0] <= width and POSTER[1] <= height:
        answer |= {
            "thumbnail_url": poster_address(content, POSTER[0]),
            "thumbnail_width": POSTER[0],
            "thumbnail_height": POSTER[1],
        }
    return answer


def limit(query, name):
    """Return the most pixels that are wanted. Raises Refused (400) where that is no size."""
    text = query.get(name) or "9999"
    if not (text.isascii() and text.isdigit() and int(text[:5]) > 0):
        raise Refused(400)
    return int(text[:5])


def story_at(address):
    """Return the story whose page or frame is at this address.

    Raises Refused: 404 where no story is seen there, 401 where only this website may show it (H4).
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        raise Refused(404) from None
    if parts.scheme not in ("http", "https") or parts.netloc != urlsplit(settings.SITE_URL).netloc:
        raise Refused(404)
    language = next((code for code, _name in settings.LANGUAGES[1:] if parts.path.startswith(f"/{code}/")), "en")
    with override(language):
        try:
            found = resolve(parts.path)
        except Resolver404:
            raise Refused(404) from None
    if found.view_name not in ADDRESSES:
        raise Refused(404)
    held, field = ADDRESSES[found.view_name]
    wanted = {field: found.kwargs[held]}
    if content := travelling(language).filter(**wanted).first():
        return content
    here = TestimonialContent.objects.in_language(language).shown().filter(**wanted)
    raise Refused(401 if here.exists() else 404)


def as_xml(answer):
    response = HttpResponse(content_type="text/xml; charset=utf-8")
    document = SimplerXMLGenerator(response, "utf-8")
    document.startDocument()
    document.startElement("oembed", {})
    for name, value in answer.items():
        document.addQuickElement(name, str(value))
    document.endElement("oembed")
    document.endDocument()
    return response
