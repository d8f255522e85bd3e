"""A picture of the library comes in the size and kind that fit, drawn once and never enlarged (issue 9, Pictures)."""

import re
from io import BytesIO

import pytest
from cms.toolbar.utils import get_object_preview_url
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from djangocms_versioning.models import Version
from lxml import html
from PIL import Image as PIL
from PIL import ImageCms

from astr_site.blocks.samples import Sample
from astr_site.pictures import answering, background, keeping
from tests.blocks.pages import draft, picture, place

pytestmark = pytest.mark.usefixtures("site")
ADDRESS = "/your-visit/"


def publish(picture, **values):
    """Put a picture on a published page, above everything else."""
    content, slot = draft()
    place(slot, Sample("FigurePlugin", {"picture": picture, "alternative_text": "A test", **values}))
    Version.objects.get_for_content(content).publish(get_user_model().objects.get(username="content"))


def shown(client, address=ADDRESS):
    """Return the picture of the page: its sources and its fallback."""
    [found] = html.fromstring(client.get(address).content.decode()).xpath("//*[@class='fig']//picture")
    return found.findall(".//source"), found.find(".//img")


def addresses(element):
    return [each.split()[0] for each in element.get("srcset").split(",")]


def opened(answer):
    return PIL.open(BytesIO(answer.content)).convert("RGB")


def is_red(answer):
    return any(red > 200 for _count, (red, _g, _b) in opened(answer).getcolors(1_000_000))


def test_a_page_offers_the_small_kinds_first_with_room_for_the_picture(client):
    publish(picture((2000, 1000)))
    sources, img = shown(client)
    assert [source.get("type") for source in sources] == ["image/avif", "image/webp"]
    assert all(re.findall(r" (\d+)w", each.get("srcset")) == ["320", "400", "800", "1200", "1600"] for each in sources)
    assert all(each.get("sizes") for each in sources)
    assert (img.get("width"), img.get("height"), img.get("alt")) == ("800", "400", "A test")
    assert img.get("src").endswith("/800.jpg")


def test_what_opens_a_page_is_fetched_first_and_what_stands_below_only_when_a_reader_is_near(client):
    content, slot = draft()
    for _number in range(2):
        place(slot, Sample("FigurePlugin", {"picture": picture(), "alternative_text": "A test"}))
    Version.objects.get_for_content(content).publish(get_user_model().objects.get(username="content"))
    page = html.fromstring(client.get(ADDRESS).content.decode())
    asked = [(img.get("fetchpriority"), img.get("loading")) for img in page.xpath("//*[@class='fig']//img")]
    assert asked == [("high", None), (None, "lazy")]


def test_every_address_that_a_page_offers_leads_to_a_picture_that_is_never_enlarged(client):
    publish(picture((1000, 600)))
    sources, img = shown(client)
    assert [each.split()[1] for each in sources[0].get("srcset").split(", ")] == ["320w", "400w", "800w", "1000w"]
    client.get(addresses(sources[0])[0])
    background.waiting.join()
    for source in sources:
        widths = []
        for address in addresses(source):
            answer = client.get(address)
            assert answer.headers["Content-Type"] == source.get("type")
            assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
            widths.append(opened(answer).width)
        assert widths == [320, 400, 800, 1000]
    assert client.get(img.get("src")).headers["Content-Type"] == "image/jpeg"


def test_a_picture_is_drawn_once_and_then_takes_no_question_to_the_database(
    client, django_assert_num_queries, monkeypatch
):
    publish(picture((900, 600)))
    address = addresses(shown(client)[0][1])[1]
    first = client.get(address)
    monkeypatch.setattr(keeping, "reduced", lambda *args: pytest.fail("it was drawn again"))
    with django_assert_num_queries(0):
        again = client.get(address, headers={"Accept-Encoding": "gzip"})
    # It is compressed in itself; once more would only cost time.
    assert again.content == first.content
    assert client.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_until_the_smallest_kind_is_drawn_another_stands_in_for_it_and_is_kept_by_nobody(client):
    publish(picture((900, 600)))
    address = addresses(shown(client)[0][0])[2]
    first = client.get(address)
    assert (first.headers["Content-Type"], first.headers["Cache-Control"]) == ("image/webp", "no-store")
    background.waiting.join()
    again = client.get(address)
    assert (again.headers["Content-Type"], opened(again).size) == ("image/avif", opened(first).size)


@pytest.mark.parametrize(("focus", "red"), [("200,1800", True), ("200,200", True), ("", False), ("0,99999", False)])
def test_a_part_keeps_its_focus_and_is_taller_on_a_phone(client, focus, red):
    tall = picture((400, 2000), focus)
    publish(tall, part="focus")
    sources, img = shown(client)
    phone = [each for each in sources if each.get("media")]
    assert {each.get("type") for each in phone} == {"image/avif", "image/webp", "image/jpeg"}
    for element, ratio in ((phone[1], 4 / 3), (sources[-1], 16 / 9)):
        answer = client.get(addresses(element)[-1])
        width, height = opened(answer).size
        assert width == 400
        assert width / height == pytest.approx(ratio, abs=0.02)
        assert is_red(answer) is red
    for element, ratio in ((phone[0], 4 / 3), (img, 16 / 9)):
        assert int(element.get("width")) / int(element.get("height")) == pytest.approx(ratio, abs=0.02)


def test_no_other_size_than_those_of_the_layout_can_be_asked_for(client, monkeypatch):
    publish(picture((900, 600)))
    base = shown(client)[1].get("src").removesuffix("whole/800.jpg")
    monkeypatch.setattr(answering, "picture_of", lambda *args: pytest.fail("it was drawn"))
    strange = ["whole/801.jpg", "whole/0.jpg", "whole/1600000.webp", "whole/800.png", "tall/800.jpg", "whole/800.tiff"]
    assert {client.get(base + each).status_code for each in strange} == {404}
    # Whoever counts through the library finds nothing: the mark of a picture cannot be guessed.
    assert client.get(re.sub(r"/[0-9a-f]{16}/", "/0000000000000000/", base) + "whole/800.jpg").status_code == 404
    assert client.get("/media/sizes/99999/0000000000000000/whole/800.jpg").status_code == 404


def test_where_the_focus_moves_or_the_picture_is_another_the_old_sizes_are_gone(
    client, django_capture_on_commit_callbacks
):
    kept = picture((400, 2000), "200,1800")
    publish(kept, part="focus")
    old = shown(client)[1].get("src")
    assert is_red(client.get(old))
    with django_capture_on_commit_callbacks(execute=True):
        kept.subject_location = "200,200"
        kept.save()
    new = shown(client)[1].get("src")
    assert new != old
    assert client.get(old).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        kept.file = ContentFile(storages["default"].get(kept.file.name), "other.png")
        kept.save()
    assert client.get(new).status_code == 404
    assert client.get(shown(client)[1].get("src")).status_code == 200


def test_a_deleted_picture_leaves_nothing_behind(client, django_capture_on_commit_callbacks):
    kept = picture((900, 600))
    _content, slot = draft()
    block = place(slot, Sample("FigurePlugin", {"picture": kept, "alternative_text": "A test"}))
    address = block.offered.src
    assert client.get(address).status_code == 200
    block.delete()
    with django_capture_on_commit_callbacks(execute=True):
        kept.delete()
    assert client.get(address).status_code == 404
    folder = f"sizes/{address.split('/')[4]}"
    assert not storages["default"].exists(folder)


def test_a_source_that_is_lost_or_broken_is_not_found_and_its_page_goes_on(client, monkeypatch):
    lost, broken = picture((900, 600)), picture((900, 600), name="other.png")
    publish(lost)
    storages["default"].delete(lost.file.name)
    assert client.get(shown(client)[1].get("src")).status_code == 404
    storages["default"].put(broken.file.name, b"no picture at all")
    publish(broken)
    address = shown(client)[1].get("src")
    assert client.get(address).status_code == 404
    monkeypatch.setattr(keeping, "reduced", lambda *args: pytest.fail("it was tried again at once"))
    assert client.get(address).status_code == 404
    assert client.get(ADDRESS).status_code == 200


def test_one_picture_is_drawn_at_a_time_and_who_waits_too_long_is_told_when_to_ask_again(client, monkeypatch):
    publish(picture((900, 600)))
    sources, _img = shown(client)
    monkeypatch.setattr(keeping, "PATIENCE", 0.01)
    with keeping.turns:
        busy = client.get(addresses(sources[1])[0])
    assert (busy.status_code, busy.headers["Retry-After"], busy.headers["Cache-Control"]) == (503, "60", "no-store")
    assert client.get(addresses(sources[1])[0]).status_code == 200


def test_where_there_is_no_room_for_a_size_its_reader_has_it_all_the_same(client, monkeypatch):
    def full(self, name, data):
        raise OSError(28, "No space left on device")

    publish(picture((900, 600)))
    address = addresses(shown(client)[0][1])[0]
    monkeypatch.setattr(type(storages["default"]), "put", full)
    assert client.get(address).status_code == 200


def test_a_size_carries_no_profile_and_nothing_that_the_camera_wrote(client):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    camera, file = PIL.Exif(), BytesIO()
    camera[0x013B] = "The name of a patient"
    PIL.new("RGB", (900, 600), "teal").save(file, "JPEG", exif=camera, icc_profile=profile, comment=b"The name")
    kept = picture((900, 600))
    storages["default"].put(kept.file.name, file.getvalue())
    publish(kept)
    sources, img = shown(client)
    client.get(addresses(sources[0])[0])
    background.waiting.join()
    for address in (addresses(sources[0])[0], addresses(sources[1])[0], img.get("src")):
        answer = client.get(address)
        assert b"The name" not in answer.content
        with PIL.open(BytesIO(answer.content)) as size:
            assert not size.getexif()
            assert "icc_profile" not in size.info


def test_a_drawing_that_one_can_see_through_stands_on_white_where_a_browser_knows_nothing_better(client):
    kept, file = picture((900, 600)), BytesIO()
    PIL.new("RGBA", (900, 600), (0, 0, 0, 0)).save(file, "PNG")
    storages["default"].put(kept.file.name, file.getvalue())
    publish(kept)
    sources, img = shown(client)
    assert opened(client.get(img.get("src"))).getpixel((5, 5)) == (255, 255, 255)
    with PIL.open(BytesIO(client.get(addresses(sources[1])[0]).content)) as size:
        assert size.convert("RGBA").getpixel((5, 5))[3] == 0


def test_a_draft_shows_its_picture_to_staff(client, editor):
    client.force_login(editor)
    content, slot = draft()
    place(slot, Sample("FigurePlugin", {"picture": picture((900, 600)), "alternative_text": "A test"}))
    sources, _img = shown(client, get_object_preview_url(content))
    assert client.get(addresses(sources[1])[0]).status_code == 200
