"""Pictures that staff upload to the library are drawn anew; whatever is none is refused (issue 10, Uploads)."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from filer.models import File, Image
from PIL import Image as PIL
from PIL.PngImagePlugin import PngInfo

from astr_site.pictures import uploads
from tests.staff import member

pytestmark = pytest.mark.usefixtures("site")
SECRET = b"Jane Doe, 40.7 N 74.0 W"


def picture(kind, size=(60, 40), **more):
    data = BytesIO()
    PIL.new("RGB", size, "teal").save(data, kind, **more)
    return data.getvalue()


def with_places():
    """A photograph that was held upright, and tells where and whose."""
    exif = PIL.Exif()
    exif[0x0112], exif[0x010E], exif[0x9C9D] = 6, SECRET.decode(), SECRET
    exif.get_ifd(0x8825)[1] = "N"
    return picture("JPEG", exif=exif, comment=SECRET)


def with_words():
    words = PngInfo()
    words.add_text("Author", SECRET.decode())
    return picture("PNG", pnginfo=words)


@pytest.fixture
def send(client):
    client.force_login(member("Editor"))

    def upload(name, data, kind="image/jpeg"):
        file = SimpleUploadedFile(name, data, kind)
        return client.post(reverse("admin:filer-ajax_upload"), {"file": file})

    return upload


@pytest.mark.parametrize(
    ("name", "data", "size"),
    [
        ("photo.jpg", with_places(), (40, 60)),
        ("drawing.png", with_words(), (60, 40)),
        ("photo.webp", picture("WEBP", xmp=SECRET), (60, 40)),
        ("glued.jpg", picture("JPEG") + b"<script>" + SECRET, (60, 40)),
    ],
)
def test_a_picture_keeps_its_look_and_loses_what_it_tells(send, name, data, size):
    assert SECRET in data
    assert send(name, data).status_code == 200
    kept = Image.objects.get()
    stored = kept.file.read()
    assert SECRET not in stored
    assert b"script" not in stored
    with PIL.open(BytesIO(stored)) as shown:
        assert shown.size == size == (kept.width, kept.height)
        assert not shown.getexif()
    assert kept.size == len(stored)


def test_a_picture_that_takes_the_place_of_another_is_drawn_anew_too(send, client, editor):
    send("photo.jpg", picture("JPEG"))
    kept = Image.objects.get()
    client.force_login(editor)
    file = SimpleUploadedFile("other.jpg", with_places(), "image/jpeg")
    form = {"name": "x", "owner": kept.owner_id, "file": file, "subject_location": "", "_save": "1"}
    answer = client.post(reverse("admin:filer_image_change", args=[kept.pk]), form)
    assert answer.status_code == 302
    kept = Image.objects.get()
    assert SECRET not in kept.file.read()
    assert (kept.width, kept.height) == (40, 60)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><rect width='1' height='1'/></svg>", "image/svg+xml"),
        ("page.html", b"<script>alert(1)</script>", "text/html"),
        ("page.jpg", b"<script>alert(1)</script>", "image/jpeg"),
        ("film.mp4", b"\0\0\0\x18ftypmp42", "video/mp4"),
        ("sheet.pdf", b"%PDF-1.7", "application/pdf"),
        ("moving.gif", picture("GIF"), "image/gif"),
        ("cut.png", picture("PNG", (300, 300))[:200], "image/png"),
        ("no-ending", picture("PNG"), "image/png"),
        ("program.php", picture("PNG"), "image/png"),
    ],
)
def test_what_is_no_picture_is_refused_and_not_kept(send, name, data, kind):
    answer = send(name, data, kind)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert not File.objects.exists()


def test_a_picture_of_too_many_pixels_or_bytes_is_refused_before_it_is_drawn(send, monkeypatch):
    bomb = BytesIO()
    PIL.new("1", (8000, 8000)).save(bomb, "PNG")
    assert len(bomb.getvalue()) < 50_000
    monkeypatch.setattr(uploads.ImageOps, "exif_transpose", lambda stored: pytest.fail("it was drawn"))
    assert send("bomb.png", bomb.getvalue(), "image/png").status_code == 400
    assert send("long.png", picture("PNG", (8001, 1)), "image/png").status_code == 400
    monkeypatch.setattr(uploads, "LARGEST_FILE", 100)
    assert "too large" in send("photo.jpg", picture("JPEG")).json()["error"]
    assert not File.objects.exists()
