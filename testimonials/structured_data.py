"""What search engines read about a story's video: the words of its page, and no more (PRODUCT.md, H6)."""

from django.conf import settings
from django.utils import timezone

from .media import media_of


def video_object(content):
    """Return the story's VideoObject (schema.org); None for a sample, which is no story to be found.

    Ask the judge before. There is never a rating or a review in it (F4).
    """
    story = content.testimonial
    if story.sample:
        return None
    media = media_of(story)
    told = {
        "@context": "https://schema.org",
        "@type": "VideoObject",
        "name": content.title,
        "description": content.summary,
        "inLanguage": story.spoken_language,
        "duration": f"PT{story.duration}S",
        "thumbnailUrl": settings.SITE_URL + media["poster_url"],
        "transcript": content.transcript,
    }
    if content.first_published:
        told["uploadDate"] = timezone.localtime(content.first_published).isoformat(timespec="seconds")
    if media["own_file"]:
        captions = [caption(track) for track in media["captions"]]
        return told | {"contentUrl": settings.SITE_URL + media["video_url"], "caption": captions}
    return told | {"embedUrl": media["player_url"]}


def caption(track):
    return {
        "@type": "MediaObject",
        "contentUrl": settings.SITE_URL + track["url"],
        "encodingFormat": "text/vtt",
        "inLanguage": track["language"],
    }
