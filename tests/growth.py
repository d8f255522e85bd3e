"""Many of everything, made at once: what the tests of growth and `make bench` measure."""

import datetime

from cms.models import CMSPlugin, Page, PageContent, PageUrl, Placeholder
from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils import timezone
from djangocms_text.models import Text
from djangocms_versioning import constants
from djangocms_versioning.models import Version

from astr_site.blocks.models import CareCard, TwoLists
from techniques.models import Technique, TechniqueContent
from testimonials.models import Authorization, CaptionTrack, Testimonial, TestimonialContent

from .testimonials.factories import FORM, WORDS

AREAS = Testimonial.BodyArea.values
BLOCKS = (
    (Text, {"body": "<h2>Hands</h2><p>A trigger point is a sore spot in a muscle. Massage is given by hand.</p>" * 3}),
    (CareCard, {"level": "urgent", "heading": "See a doctor now if", "items": "one\ntwo", "closing": "Do not wait."}),
    (TwoLists, {"first_heading": "May", "first_items": "one", "second_heading": "Not", "second_items": "two"}),
)


def publish_at_once(contents):
    """Publish many contents in two queries; each would otherwise pass the publish gate on its own."""
    model, author = type(contents[0]), get_user_model().objects.get(username="content")
    contents = model._base_manager.bulk_create(contents)
    Version.objects.bulk_create(
        Version(content=content, state=constants.PUBLISHED, number="1", created_by=author) for content in contents
    )
    return contents


def make_stories(numbers):
    """Publish whole stories, each with an authorization in force, so that the judge has its whole work to do."""
    today, author = timezone.localdate(), get_user_model().objects.get(username="content")
    techniques = list(Technique.objects.all())
    stories = Testimonial.objects.bulk_create(
        Testimonial(
            display_name=f"Made Up {number}",
            video="made-up.mp4",
            poster="made-up.jpg",
            poster_alt="An empty chair",
            duration=10,
            recorded_on=today - datetime.timedelta(days=number % 500),
            spoken_language="en" if number % 3 else "es",
            body_area=AREAS[number % len(AREAS)],
            audio_description="all_said",
            material_connection="none",
            attests_real=True,
            attests_own_experience=True,
            attests_no_ai=True,
            attests_no_distortion=True,
            confirmed_on=today,
        )
        for number in numbers
    )
    now = timezone.now()
    CaptionTrack.objects.bulk_create(
        CaptionTrack(testimonial=story, language="en", file="made-up.vtt", checked_by=author, checked_at=now)
        for story in stories
    )
    Authorization.objects.bulk_create(Authorization(testimonial=story, **FORM) for story in stories)
    through = Testimonial.techniques.through
    through.objects.bulk_create(
        through(testimonial=story, technique=techniques[number % len(techniques)])
        for number, story in enumerate(stories)
    )
    words = WORDS | {"title": "Made-up story {}", "slug": "grown-{}"}
    publish_at_once(
        [
            TestimonialContent(
                testimonial=story, language="en", **{name: text.format(story.pk) for name, text in words.items()}
            )
            for story in stories
        ]
    )


def make_techniques(numbers):
    facts = dict.fromkeys(("moves", "speed", "movement_size", "pressure", "stopping", "may_feel"), "A fact")
    lists = dict.fromkeys(("aims", "may_not_suit", "common_effects", "rare_risks"), "one")
    techniques = Technique.objects.bulk_create(
        Technique(key=f"grown-{number}", position=50 + number) for number in numbers
    )
    publish_at_once(
        [
            TechniqueContent(
                technique=technique,
                language="en",
                title=f"Technique {technique.pk}",
                slug=f"grown-{technique.pk}",
                summary="A technique.",
                thrust="no_thrust",
                **facts,
                **lists,
            )
            for technique in techniques
        ]
    )


def make_versions(how_many):
    """Give one technique and one page a long history."""
    technique = TechniqueContent.objects.get(technique__key="manipulation", language="en")
    page = PageContent.objects.get(page__reverse_id="review-policy", language="en")
    for content in (technique, page):
        version = Version.objects.get_for_content(content)
        for _number in range(how_many):
            old = version.copy(version.created_by)
            Version.objects.filter(pk=old.pk).update(state=constants.ARCHIVED)


def make_pages(how_many, below="grown"):
    """Publish pages of the CMS with blocks, all below one page of their own, at /grown/page-1/ and so on."""
    kept = {"site_id": settings.SITE_ID, "created_by": "content", "changed_by": "content"}
    top = Page.add_root(instance=Page(**kept))
    publish_pages([top], [below], in_navigation=False)
    numbers = range(1, how_many + 1)
    pages = Page.objects.bulk_create(
        Page(path=Page._get_path(top.path, 2, number), depth=2, parent=top, **kept) for number in numbers
    )
    Page.objects.filter(pk=top.pk).update(numchild=how_many)
    publish_pages(pages, [f"{below}/page-{number}" for number in numbers], in_navigation=True)


def publish_pages(pages, paths, **values):
    where = {"site_id": settings.SITE_ID, "language": "en", "managed": True}
    PageUrl.objects.bulk_create(
        PageUrl(page=page, slug=path.rpartition("/")[2], path=path, **where)
        for page, path in zip(pages, paths, strict=True)
    )
    words = {"language": "en", "template": "pages/standard.html", "meta_description": "A page made for measuring."}
    contents = [PageContent(page=page, title=f"Page {page.pk}", **words, **values) for page in pages]
    parts = [Placeholder(slot="content", source=content) for content in publish_at_once(contents)]
    parts = Placeholder.objects.bulk_create(parts)
    for kind, block in BLOCKS:
        fill(parts, kind, block)


def fill(parts, kind, values):
    """Put a block of one kind into each of some placeholders, below what is there."""
    position = CMSPlugin.objects.filter(placeholder=parts[0]).count() + 1
    row = {"plugin_type": f"{kind.__name__}Plugin", "language": "en", "position": position}
    for plugin in CMSPlugin.objects.bulk_create(CMSPlugin(placeholder=part, **row) for part in parts):
        # The tables of kinds know no bulk_create; saved so, only the row of the kind's own table is written.
        kind(cmsplugin_ptr=plugin, **values).save_base(raw=True)
