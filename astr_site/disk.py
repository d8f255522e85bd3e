"""Where uploads lie in DATA_DIR; bucket.py keeps them elsewhere, for those who set so."""

import os
import shutil
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.storage import FileSystemStorage


class PictureStorage(FileSystemStorage):
    """Keeps pictures in DATA_DIR. With these three steps, sizes are read, written as a whole, and let go."""

    def get(self, name):
        return Path(self.path(name)).read_bytes()

    def put(self, name, data):
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, delete=False) as part:
            try:
                part.write(data)
                part.flush()
                # Nobody ever reads half a picture, whatever happens to this process.
                os.replace(part.name, path)
            except OSError:
                Path(part.name).unlink(missing_ok=True)
                raise

    def clear(self, folder):
        shutil.rmtree(self.path(folder), ignore_errors=True)


class StoryStorage(PictureStorage):
    """Keeps the files of stories, which only the view that knows the person's consent hands out."""

    def url(self, name):
        # Django would otherwise name the address of pictures, where these files never are.
        return ""
