"""Where the pictures of pages lie in a bucket, readers still ask nobody but us (issue 9, Growing; PRODUCT, rule 5)."""

import re
import shutil
import sys

import pytest

from tests import services
from tests.commands import manage, run
from tests.servers import ask, serving, wait_for
from tests.services import BUCKET


@pytest.fixture
def bucket():
    with services.bucket() as there:
        yield there


def stored(bucket):
    return {each["Key"] for each in bucket.client.list_objects_v2(Bucket=BUCKET).get("Contents", [])}


def offered(site):
    """Return the addresses of all sizes on the page, one list for each picture."""
    page = ask(f"{site}/your-visit/").body.decode()
    assert "http" not in "".join(re.findall(r'srcset="([^"]+)"', page))
    found = re.findall(r"(/media/sizes/\S+) \d+w", page)
    folders = list(dict.fromkeys(each.split("/")[3] for each in found))
    return [[each for each in found if each.split("/")[3] == folder] for folder in folders]


def test_pictures_in_a_bucket_are_shown_from_here_backed_up_and_asked_for(loaded, bucket, tmp_path):
    folder, values = shutil.copytree(loaded, tmp_path / "site"), {"MEDIA_STORAGE_URL": bucket.url}
    words = [sys.executable, "-m", "tests.site.staged"]
    staged = run(words, folder, DJANGO_SETTINGS_MODULE="astr_site.settings", **values)
    assert staged.returncode == 0, staged.stderr
    originals = stored(bucket)
    assert originals
    assert not (folder / "media").exists()

    with serving(folder, **values) as site:
        first, second = offered(site)
        webp = next(each for each in first if each.endswith("/800.webp"))
        shown = ask(site + webp, follow=False)
        assert (shown.status, shown.headers["Content-Type"]) == (200, "image/webp")
        assert "immutable" in shown.headers["Cache-Control"]
        original = ask(f"{site}/media/{min(originals)}", follow=False)
        assert (original.status, original.headers["Content-Type"]) == (200, "image/png")
        assert [ask(f"{site}/media/{name}").status for name in ("none.jpg", "../none.jpg")] == [404, 404]
        assert any(name.startswith("sizes/") for name in stored(bucket))

        bucket.pause()
        assert ask(f"{site}/your-visit/").status == 200
        away = ask(site + second[0])
        assert (away.status, away.headers["Cache-Control"]) == (503, "no-store")
        assert ask(f"{site}/readyz").status == 503
        bucket.resume()
        wait_for(f"{site}/readyz")

    made = manage("backup", "--to", tmp_path / "kept", folder=folder, **values)
    assert made.returncode == 0, made.stderr
    bucket.client.delete_objects(Bucket=BUCKET, Delete={"Objects": [{"Key": name} for name in stored(bucket)]})
    (backup,) = (tmp_path / "kept").iterdir()
    restored = manage("restore", backup, folder=tmp_path / "another machine", **values)
    assert restored.returncode == 0, restored.stderr
    # The originals are back; their sizes are drawn anew when somebody asks for them.
    assert stored(bucket) == originals
