"""Wherever a story appears, it is gone the moment it may not be seen (H2, H3; issue 5, “Done when”)."""

import ast
import datetime

import pytest
from cms.api import add_plugin
from cms.models import PageContent, Placeholder
from django.conf import settings
from django.core.cache import cache
from django.urls import URLPattern, get_resolver
from django.utils import timezone
from djangocms_versioning.models import Version

from astr_site.environment import ROOT
from testimonials.actions import withdraw

from .factories import EXPIRES, publish, staff, whole_story, write

SECOND = datetime.timedelta(seconds=1)
TITLE = "A made-up story"
OTHER = "sample-1"
SITE = settings.SITE_URL

# Each surface is an address and what it holds while the story is seen; None stands for the whole answer.
SURFACES = {
    "page": ("/testimonials/made-up/", None),
    "page in Spanish": ("/es/testimonios/inventado/", None),
    "gallery": ("/testimonials/", TITLE),
    "gallery filtered": ("/testimonials/?area=neck", TITLE),
    "related stories": (f"/testimonials/{OTHER}/", TITLE),
    "block on another page": ("/your-visit/", TITLE),
    "wall of chosen stories": ("/contact/", TITLE),
    "language switch": ("/testimonials/made-up/", "/es/testimonios/inventado/"),
    "video": ("/stories/{pk}/video", None),
    "poster": ("/stories/{pk}/poster", None),
    "poster in one size": ("/stories/{pk}/poster/320", None),
    "poster in one size and kind": ("/stories/{pk}/poster/800.avif", None),
    "captions": ("/stories/{pk}/captions/en.vtt", None),
    "frame": ("/embed/story/{pk}/", TITLE),
    "frame in Spanish": ("/es/embed/story/{pk}/", "Una historia inventada"),
    "frame of chosen stories": ("/embed/wall/?stories={pk}", TITLE),
    "oEmbed": ("/oembed/?url=" + SITE + "/testimonials/made-up/", TITLE),
    "oEmbed of a frame, as XML": ("/oembed/?format=xml&url=" + SITE + "/embed/story/{pk}/", TITLE),
    "code to copy": ("/testimonials/made-up/embed/", TITLE),
    "structured data": ("/testimonials/made-up/", '"@type": "VideoObject"'),
    "what it says where it is shared": ("/testimonials/made-up/", f'property="og:title" content="{TITLE}"'),
    "social picture": ("/cards/story/{pk}/en.png", None),
    "social picture in Spanish": ("/cards/story/{pk}/es.png", None),
    "feed": ("/feeds/stories.xml", TITLE),
    "feed in Spanish": ("/es/feeds/stories.xml", "Una historia inventada"),
    "video sitemap": ("/sitemap-stories.xml", f"<video:title>{TITLE}</video:title>"),
    "search": ("/search/?q=made-up", TITLE),
    "search by what was said": ("/search/?q=words+made+up+for+a+test&kind=story", TITLE),
    "suggestions": ("/search/suggestions/?q=made-up", TITLE),
    "search in Spanish": ("/es/buscar/?q=historia+inventada", "Una historia inventada"),
    "sitemap": ("/sitemap-stories.xml", "/testimonials/made-up/"),
    "sitemap, as a twin": ("/sitemap-stories.xml", "/es/testimonios/inventado/"),
}


def place(page_key, plugin, **values):
    """Put a block on a page of the site and publish it."""
    content = PageContent.objects.get(page__reverse_id=page_key, language="en")
    draft = Version.objects.get_for_content(content).copy(staff())
    placeholder = Placeholder.objects.get_for_obj(draft.content).first()
    chosen = values.pop("chosen", None)
    block = add_plugin(placeholder, plugin, "en", **values)
    if chosen:
        block.chosen.set(chosen)
    draft.publish(staff())


@pytest.fixture
def story(site):
    content = whole_story(authorization={"expires_at": EXPIRES})
    spanish = {"title": "Una historia inventada", "slug": "inventado"}
    publish(write(content.testimonial, language="es", **spanish))
    place("your-visit", "StoryPlugin", testimonial=content.testimonial)
    place("contact", "StoryWallPlugin", heading="Chosen", chosen=[content.testimonial])
    return content.testimonial


@pytest.fixture
def clock(monkeypatch):
    """Set the time that the site believes in."""

    def set_to(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_to


def shows(client, surface, story):
    address, words = SURFACES[surface]
    answer = client.get(address.format(pk=story.pk))
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if words is None:
        assert answer.status_code in (200, 404, 410), answer.status_code
        assert answer.status_code == 200 or TITLE not in body.decode()
        return answer.status_code == 200
    return answer.status_code == 200 and words in body.decode()


def warm(client, surface, story):
    """Ask twice, so that every cache that could answer for the story has been filled."""
    cache.clear()
    assert shows(client, surface, story)
    assert shows(client, surface, story)


@pytest.mark.parametrize("surface", SURFACES)
def test_a_story_disappears_the_second_its_authorization_ends(client, story, clock, surface):
    clock(EXPIRES - SECOND)
    warm(client, surface, story)
    clock(EXPIRES + SECOND)
    assert not shows(client, surface, story)


@pytest.mark.parametrize("surface", SURFACES)
def test_a_story_disappears_with_the_request_after_its_withdrawal(client, story, surface):
    warm(client, surface, story)
    withdraw(story, "staff")
    assert not shows(client, surface, story)


def test_a_story_that_is_taken_down_takes_its_media_with_it(client, story):
    for content in story.contents.all():
        Version.objects.get_for_content(content).unpublish(staff())
    assert [surface for surface in SURFACES if shows(client, surface, story)] == []


# The names of views, and of managers of the models, that nothing public may use without asking the judge.
ADDRESSES = {
    "testimonials:list": "gallery",
    "testimonials:detail": "page",
    "story-video": "video",
    "story-poster": "poster",
    "story-captions": "captions",
    "story-embed": "frame",
    "wall-embed": "frame of chosen stories",
    "oembed": "oEmbed",
    "testimonials:embed": "code to copy",
}
NOT_SHOWING = {
    "stories-elsewhere": "a staff page; it lists only what the judge lets travel",
    "embed-script": "the script for other websites, the same for all stories",
    "private-story": "the person's own page, which lists only what the judge shows",
}


def patterns(resolver, namespace=""):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", pattern.callback
        else:
            inner = f"{pattern.namespace}:" if pattern.namespace else namespace
            if pattern.namespace != "admin":
                yield from patterns(pattern, inner)


def test_every_address_that_hands_out_stories_is_walked_by_the_test_of_surfaces(story):
    ours = {
        name
        for name, view in patterns(get_resolver())
        if getattr(view, "__module__", "").startswith("testimonials") or name.startswith("testimonials:")
    }
    assert ours == set(ADDRESSES) | set(NOT_SHOWING)
    assert set(ADDRESSES.values()) <= set(SURFACES)


# Who may look at stories without the judge, and why nobody else sees what they find.
UNJUDGED = {
    "testimonials/views.py:viewable": "staff see the media of what they edit; everybody else gets the judged ones",
    "testimonials/views.py:captions": "of a story that `viewable` has let through",
    "testimonials/embeds/finding.py:has_been": "tells that a number was given, and no more",
    "testimonials/embeds/dialog.py": "tells staff why a story may not travel; others see what the judge lets them",
    "astr_site/backups/withdrawals.py": "knows permissions that ended, and shows none",
    "testimonials/addresses.py": "tells caches what to forget",
    "testimonials/personal_data.py": "counts what is held",
    "testimonials/views.py:poster": "asks the judge whether other websites may show it",
    "testimonials/private.py:private_story": "tells the person whether a permission is left to withdraw",
    "testimonials/models/content.py:visible": "the judge itself",
    "testimonials/models/authorization.py:clean": "compares with earlier withdrawals",
    "testimonials/models/authorization.py:complete_ones": "a part of what the judge asks",
    "testimonials/models/testimonial.py:clean": "asks whether somebody signed",
    "testimonials/models/listing.py:next_change": "tells a moment, and no story",
    "testimonials/moments.py": "tells moments, and no story",
    "testimonials/readiness/": "tells staff what is missing",
    "testimonials/admin/": "staff screens",
    "testimonials/standing.py": "tells staff how stories stand",
    "testimonials/actions.py": "changes stories, shows none",
    "testimonials/keeping.py": "refuses deletion, shows none",
    "testimonials/apps.py": "names the history that is kept",
}
MODELS = {"Testimonial", "TestimonialContent", "CaptionTrack", "Authorization"}
MANAGERS = {"objects", "admin_manager", "history", "_base_manager", "_default_manager"}
RELATED = {"testimonials", "testimonial_set", "contents", "authorizations"}
JUDGES = {"visible", "shown", "elsewhere", "travelling"}


def unjudged_uses(path):
    """Yield (place, line) of each query on stories in a file that does not ask the judge in the same statement."""

    def visit(node, place):
        for child in ast.iter_child_nodes(node):
            inner = child.name if isinstance(child, (ast.FunctionDef, ast.ClassDef)) else place
            if isinstance(child, ast.stmt) and not hasattr(child, "body"):
                yield from uses_in(child, inner)
            else:
                if isinstance(child, ast.expr):
                    yield from uses_in(child, inner)
                yield from visit(child, inner)

    def uses_in(statement, place):
        names = {node.attr for node in ast.walk(statement) if isinstance(node, ast.Attribute)}
        asked = any(
            isinstance(node, ast.Attribute)
            and (
                (node.attr in MANAGERS and isinstance(node.value, ast.Name) and node.value.id in MODELS)
                or node.attr in RELATED
            )
            for node in ast.walk(statement)
        )
        if asked and not names & JUDGES:
            yield f"{path.relative_to(ROOT)}:{place}", statement.lineno

    yield from visit(ast.parse(path.read_text()), "")


def test_every_query_on_stories_asks_the_judge_or_is_known_not_to_show_any():
    found = {
        use
        for app in ("astr_site", "techniques", "providers", "testimonials")
        for path in sorted((ROOT / app).rglob("*.py"))
        for use in unjudged_uses(path)
    }
    assert [use for use in found if not any(use[0].startswith(known) for known in UNJUDGED)] == []
    assert [known for known in UNJUDGED if not any(use[0].startswith(known) for use in found)] == []


def test_a_query_that_forgets_the_judge_would_be_found(tmp_path, monkeypatch):
    careless = tmp_path / "careless.py"
    careless.write_text("def newest():\n    return TestimonialContent.objects.order_by('-pk')[:3]\n")
    monkeypatch.setattr("tests.testimonials.test_surfaces.ROOT", tmp_path)
    assert [place for place, _line in unjudged_uses(careless)] == ["careless.py:newest"]
