"""No template is kept that nothing shows."""

from io import BytesIO
from pathlib import Path

import pytest
from cms.api import add_plugin
from cms.models import PageContent, Placeholder
from cms.toolbar.utils import get_object_edit_url, get_object_preview_url, get_object_structure_url
from django.conf import settings
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from django.test.signals import template_rendered
from django.urls import reverse
from djangocms_versioning.models import Version
from filer.models import Image
from PIL import Image as PIL

from astr_site.clinic.models import Clinic
from astr_site.editorial.records import ensure_record
from astr_site.links.checking import begin
from astr_site.sign_in import devices
from astr_site.templatetags.site_tags import once_drawn
from techniques.models import TechniqueContent
from testimonials.models import PrivateLink, Testimonial
from tests.sign_in.phones import code_of
from tests.testimonials.factories import whole_story

from .test_pages import public_addresses

TEMPLATES = settings.ROOT / "templates"


@pytest.fixture
def rendered():
    """The names of all templates shown since the test began; nothing drawn before is remembered."""
    names = set()
    once_drawn.cache_clear()

    def note(template, **kwargs):
        names.add(template.name)

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


def draft_with_blocks_that_no_page_has_yet(user):
    """Return a draft on which staff have placed those blocks, one of them unfit to be published."""
    content = PageContent.objects.get(page__reverse_id="contact", language="en")
    draft = Version.objects.get_for_content(content).copy(user).content
    slot = Placeholder.objects.get_for_obj(draft).get(slot="content")
    drawn = BytesIO()
    PIL.new("RGB", (80, 45), "teal").save(drawn, "PNG")
    picture = Image.objects.create(owner=user, file=ContentFile(drawn.getvalue(), "picture.png"))
    add_plugin(slot, "FigurePlugin", "en", picture=picture, alternative_text="", caption="A caption")
    facts = add_plugin(slot, "KeyFactsPlugin", "en", heading="At a glance")
    add_plugin(slot, "ItemPlugin", "en", target=facts, heading="Speed", text="<p>Slow</p>")
    add_plugin(slot, "StepsPlugin", "en")
    add_plugin(slot, "StoryPlugin", "en", testimonial=Testimonial.objects.first())
    place = Clinic.objects.get().locations.create(name="A clinic in a test", address="A street")
    place.hours.create(day=1, opens="08:30", closes="17:00")
    return draft


def unpublish_address(key):
    """Return the question whether to take a technique down, which shows who links to it."""
    public = Version.objects.get_for_content(TechniqueContent.objects.get(technique__key=key, language="en"))
    return reverse("admin:djangocms_versioning_techniquecontentversion_unpublish", args=[public.pk])


def staff_screens(draft, ready, story):
    """Return the addresses of our own screens in the admin; nothing stands in the way of publishing `ready`."""
    authorization = story.authorizations.get()
    place = Clinic.objects.get().locations.first()
    return [
        reverse("admin:index"),
        reverse("admin:cms_pagecontent_changelist"),
        reverse("admin:editorial_checklist", args=[draft.versions.get().pk]),
        reverse("admin:editorial_checklist", args=[ready.pk]),
        reverse("admin:editorial_record_review", args=[draft.versions.get().pk]),
        reverse("admin:editorial_editorialrecord_change", args=[ensure_record(draft).pk]),
        reverse("admin:editorial_reviews"),
        reverse("admin:links_check"),
        unpublish_address("massage"),
        reverse("admin:schedule_version", args=[draft.versions.get().pk]),
        reverse("admin:clinic_openingweek_change", args=[place.pk]),
        reverse("admin:clinic_announcement_change", args=[place.clinic_id]),
        reverse("admin:clinic_clinic_change", args=[place.clinic_id]),
        reverse("admin:testimonials_testimonial_change", args=[story.pk]),
        *(
            reverse(f"admin:testimonials_testimonial_{screen}", args=[story.pk])
            for screen in ("withdraw", "private-link", "media")
        ),
        reverse("admin:testimonials_authorization_change", args=[authorization.pk]),
        reverse("admin:testimonials_authorization_print", args=[authorization.pk]),
        reverse("guide", args=["editor"]),
        reverse("my-sign-in"),
        reverse("stories-elsewhere") + f"?stories={story.pk}",
        reverse("handouts"),
        reverse("handouts") + "?print=1&page=/techniques/massage/",
    ]


def walk_the_way_in(client, person):
    """Show each step of signing in, one with a wrong code, and what is shown to who asks too often."""
    password = {"username": person.username, "password": "a long pass phrase"}
    client.get("/admin/login/")
    client.post("/admin/login/", password)
    client.get(reverse("sign-in-set-up"))
    client.post(reverse("sign-in-set-up"), {"code": code_of(devices.new_phone(person))})
    client.get(reverse("recovery-codes"))
    client.logout()
    client.post("/admin/login/", password)
    client.post(reverse("sign-in-code"), {"code": "wrong"})
    client.post(reverse("sign-in-code"), {"code": code_of(devices.phone_of(person), ahead=1)})
    for _time in range(31):
        client.post(reverse("csp-reports"))


def test_every_template_is_shown_somewhere(site, client, editor, rendered):
    content = whole_story()
    _link, token = PrivateLink.objects.issue(content.testimonial, editor)
    private = [reverse("private-story", args=[word]) for word in (token, "no-such-link")]
    frames = [f"/embed/story/{content.testimonial_id}/", f"/embed/wall/?stories={content.testimonial_id}"]
    frames += [content.get_absolute_url() + "embed/", f"/es{frames[0]}"]
    found = [f"/search/?q={words}" for words in ("manipulation", "manipulatoin", "zzzzzz", "numb face")]
    lists = ["/testimonials/?area=other", *found]
    for address in [*public_addresses("en", "es"), *lists, "/no-such-page/", *private, *frames]:
        client.get(address)
    walk_the_way_in(client, editor)
    client.get("/styleguide/")
    begin()
    draft = draft_with_blocks_that_no_page_has_yet(editor)
    for screen in (get_object_preview_url, get_object_edit_url, get_object_structure_url):
        client.get(screen(draft))
    slot = Placeholder.objects.get_for_obj(draft).get(slot="content")
    place = {"placeholder_id": slot.pk, "plugin_language": "en", "plugin_position": 1, "cms_path": "/"}
    client.get(reverse("admin:cms_placeholder_add_plugin"), place | {"plugin_type": "NotePlugin"})
    privacy = PageContent.objects.get(page__reverse_id="privacy", language="en")
    ready = Version.objects.get_for_content(privacy).copy(editor)
    for address in staff_screens(draft, ready, content.testimonial):
        assert client.get(address).status_code == 200, address
    client.get(reverse("admin:filer-directory_listing-make_root_folder") + "?parent_id=x")
    render_to_string("500.html")
    kept = {path.relative_to(TEMPLATES).as_posix() for path in Path(TEMPLATES).rglob("*.html")}
    unused = sorted(kept - rendered)
    assert not unused, " ".join(unused)


def test_the_style_guide_shows_every_component(site, client, editor, rendered):
    client.force_login(editor)
    assert client.get("/styleguide/").status_code == 200
    components = {path.relative_to(TEMPLATES).as_posix() for path in (TEMPLATES / "components").glob("*.html")}
    # A fact is a row of a list, and stands in none alone.
    missing = sorted(components - rendered - {"components/fact.html"})
    assert not missing, " ".join(missing)
