"""Where nginx or a bucket hands out a story's files, the judge is still asked for each of them (issue 5, item 3)."""

import shutil
from urllib.parse import parse_qs, urlsplit

import pytest

from tests import services
from tests.servers import ask, serving
from tests.services import BUCKET

from .factories import POSTER, VIDEO, VTT


@pytest.fixture
def folder(loaded, tmp_path):
    return shutil.copytree(loaded, tmp_path / "site")


@pytest.fixture
def bucket():
    """A bucket on this machine, and how STORIES_URL names it."""
    with services.bucket() as there:
        yield there.client, there.url


@pytest.mark.parametrize("server", [services.nginx, services.caddy], ids=["nginx", "Caddy"])
def test_a_server_in_front_sends_the_files_and_only_where_the_site_says_so(server, folder, stage, tmp_path):
    if server is services.caddy and not shutil.which("caddy"):
        pytest.skip("Caddy is not installed")
    number, secret = stage(folder)
    names = [path.name for path in (folder / "stories").iterdir()]
    with (
        serving(folder, STORIES_ACCEL="/stories-files/") as site,
        server(site, folder / "stories", tmp_path) as front,
    ):
        film = f"{front}/stories/{number}/video"
        whole, part = ask(film), ask(film, Range="bytes=4-7")
        assert (whole.status, whole.body, whole.headers["Content-Type"]) == (200, VIDEO, "video/mp4")
        assert (part.status, part.body) == (206, VIDEO[4:8])
        assert part.headers["Content-Range"] == f"bytes 4-7/{len(VIDEO)}"
        assert ask(film, If_None_Match=whole.headers["ETag"]).status == 304
        assert ask(film, Range=f"bytes={len(VIDEO)}-").status == 416
        assert "no-cache" in whole.headers["Cache-Control"]
        assert ask(f"{front}/stories/{number}/poster").body == POSTER
        assert [ask(f"{front}/stories-files/{name}").status for name in names] == [404] * len(names)

        ask(f"{front}/my-story/{secret}/", data=b"")
        for name in ("video", "poster", "poster/320", "poster/320.webp", "captions/en.vtt"):
            assert ask(f"{front}/stories/{number}/{name}").status == 410


def test_a_bucket_hands_out_a_file_for_a_minute_and_only_while_the_story_may_be_seen(folder, stage, bucket):
    client, url = bucket
    number, secret = stage(folder, STORIES_URL=url)
    assert len(client.list_objects_v2(Bucket=BUCKET)["Contents"]) == 3
    with serving(folder, STORIES_URL=url) as site:
        film = f"{site}/stories/{number}/video"
        sent = ask(film, follow=False)
        terms = parse_qs(urlsplit(sent.headers["Location"]).query)
        assert sent.status == 302
        assert "no-cache" in sent.headers["Cache-Control"]
        assert terms["X-Amz-Expires"] == ["60"]
        assert "X-Amz-Signature" in terms
        part = ask(film, Range="bytes=4-7")
        assert (part.status, part.body) == (206, VIDEO[4:8])
        assert ask(f"{site}/stories/{number}/poster").body == POSTER
        assert ask(f"{site}/stories/{number}/poster/320.webp").headers["Content-Type"] == "image/webp"
        captions = ask(f"{site}/stories/{number}/captions/en.vtt", follow=False)
        assert (captions.status, captions.body.decode()) == (200, VTT)

        ask(f"{site}/my-story/{secret}/", data=b"")
        for name in ("video", "poster", "poster/320", "poster/320.webp", "captions/en.vtt"):
            assert ask(f"{site}/stories/{number}/{name}").status == 410
