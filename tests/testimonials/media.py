"""Small films and a picture for tests; the films carry a made-up name, place and time, which must not survive."""

from io import BytesIO
from pathlib import Path

from PIL import Image

FILMS = Path(__file__).parent / "films"
VIDEO = (FILMS / "film.mp4").read_bytes()
WEBM = (FILMS / "film.webm").read_bytes()


def picture(size=(64, 36), kind="JPEG", **options):
    file = BytesIO()
    Image.new("RGB", size, "#cdd6cc").save(file, kind, **options)
    return file.getvalue()


POSTER = picture()
