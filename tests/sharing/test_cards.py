"""Wherever a page is shared, it shows its own words and a picture drawn from its title."""

import re
from html import unescape
from io import BytesIO

import pytest
from django.conf import settings
from django.urls import reverse
from djangocms_versioning.models import Version
from PIL import Image, ImageChops

from astr_site.sharing.lettering import LINE, drawable, fit, title_font
from astr_site.sharing.pictures import GROUNDS, LARGEST, LEFT, PLATES, SMALLEST, TOP, draw
from techniques.models import TechniqueContent
from testimonials.models import PrivateLink, TestimonialContent
from tests.site.test_pages import LANGUAGES, public_addresses
from tests.testimonials.factories import staff, whole_story

pytestmark = pytest.mark.usefixtures("site")
LONG = "Movilización: movimientos lentos y repetidos de una articulación o del tejido blando que rodea el músculo"


def tags(page):
    """Return the Open Graph and Twitter tags of a page."""
    found = re.findall(r'<meta (?:property|name)="(\w+:[\w:]+)" content="(.*?)">', page)
    return {name: unescape(words) for name, words in found}


def tags_at(client, address):
    return tags(client.get(address).content.decode())


def picture_at(client, address):
    found = tags_at(client, address)
    answer = client.get(found["og:image"].removeprefix(settings.SITE_URL))
    assert answer.status_code == 200, found["og:image"]
    return answer


def test_every_page_says_what_it_is_where_it_is_shared_and_has_a_picture_of_the_wanted_size(client):
    for address in public_addresses(*LANGUAGES):
        page = client.get(address).content.decode()
        found = tags(page)
        title = unescape(re.search(r"<title>(.*?) \| ASTR</title>", page)[1])
        assert found["og:title"] == found["twitter:title"] == title, address
        assert found["og:url"] == settings.SITE_URL + address
        assert found["og:locale"] == ("es_US" if address.startswith("/es/") else "en_US")
        assert found["twitter:card"] == "summary_large_image"
        description = unescape(re.search(r'<meta name="description" content="(.*?)">', page, re.DOTALL)[1])
        assert found.get("og:description", "") == description, address
        answer = client.get(found["og:image"].removeprefix(settings.SITE_URL))
        with Image.open(BytesIO(answer.content)) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 630)), address
        assert len(answer.content) < 100_000


def test_a_page_that_does_not_exist_is_not_shared(client):
    for address in ("/no-such-page/", "/techniques/no-such-technique/", "/testimonials/no-such-story/"):
        assert tags_at(client, address) == {}


def test_the_private_page_of_a_person_is_not_shared(client, editor):
    _link, token = PrivateLink.objects.issue(whole_story().testimonial, editor)
    page = client.get(reverse("private-story", args=[token])).content.decode()
    assert "Your story on this website" in page
    assert tags(page) == {}
    assert "ld+json" not in page


MUCH = 10**30


@pytest.mark.parametrize(
    "address",
    ["page/999/en", f"page/{MUCH}/en", f"story/{MUCH}/en", f"technique/{MUCH}/en", "technique/1/de", "none/1/en"],
)
def test_a_picture_of_nothing_is_not_found(client, address):
    assert client.get(f"/cards/{address}.png").status_code == 404


def test_a_new_title_gives_the_picture_a_new_address_and_new_letters(client):
    old = tags_at(client, "/techniques/massage/")["og:image"]
    drawn = picture_at(client, "/techniques/massage/").content
    content = TechniqueContent.objects.get(technique__key="massage", language="en")
    draft = Version.objects.get_for_content(content).copy(staff())
    draft.content.title = "Massage by hand"
    draft.content.save()
    assert picture_at(client, "/techniques/massage/").content == drawn
    draft.publish(staff())
    assert tags_at(client, "/techniques/massage/")["og:image"] != old
    assert picture_at(client, "/techniques/massage/").content != drawn


def test_a_picture_is_drawn_once_for_each_state_of_its_words(client, monkeypatch):
    drawn = []
    monkeypatch.setattr("astr_site.sharing.views.draw", lambda *words: drawn.append(words) or b"picture")
    address = tags_at(client, "/astr/")["og:image"].removeprefix(settings.SITE_URL)
    first = client.get(address)
    client.get(address)
    assert drawn == [("astr", "What is ASTR?", "")]
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_the_picture_of_a_story_holds_its_title_and_that_it_is_one_persons_and_nothing_else(client, monkeypatch):
    drawn = []
    monkeypatch.setattr("astr_site.sharing.views.draw", lambda *words: drawn.append(words) or b"picture")
    content = whole_story()
    sample = TestimonialContent.objects.get(testimonial__sample=True, slug="sample-1", language="en")
    for story in (content, sample):
        picture = picture_at(client, story.get_absolute_url())
        assert picture["Cache-Control"] == "private, no-cache"
    assert drawn == [
        ("story", content.title, "One person’s experience"),
        ("story", sample.title, "Sample, not a real patient"),
    ]


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("title", ["ASTR", "Terapeutas ocupacionales", LONG, "w" * 120])
def test_a_title_of_any_length_stands_in_the_room_that_its_ground_leaves(ground, title):
    room = GROUNDS[ground]
    size, lines = fit(title, room.width, room.height, LARGEST, SMALLEST)
    assert all(title_font(size).getlength(line) <= room.width for line in lines)
    assert len(lines) * size * LINE <= room.height
    assert "".join(lines).replace(" ", "") == title.replace(" ", "") or lines[-1].endswith("…")


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_long_title_touches_nothing_of_the_drawing(ground):
    room = GROUNDS[ground]
    with Image.open(PLATES / f"{ground}.png") as plate, Image.open(BytesIO(draw(ground, LONG))) as picture:
        changed = ImageChops.difference(plate.convert("RGB"), picture.convert("RGB")).convert("L")
    left, top, right, bottom = changed.point(lambda tone: 255 * (tone > 60)).getbbox()
    assert left >= LEFT - 4
    assert right <= LEFT + room.width
    assert TOP <= top < bottom <= TOP + room.height + 12


def test_letters_that_our_fonts_lack_become_the_nearest_that_they_have():
    assert drawable("Ágnes Erdős 👋 спина — “back”") == "Ágnes Erdos — “back”"
