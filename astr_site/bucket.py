"""A bucket that may be away: whoever asks it waits a short while, and is told so in the way of a disk."""

import mimetypes
from contextlib import contextmanager

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage
from storages.utils import clean_name

# Left to themselves, a bucket that hangs would hold a thread of ours for minutes.
PATIENCE = Config(connect_timeout=2, read_timeout=10, retries={"total_max_attempts": 2, "mode": "standard"})


@contextmanager
def as_a_disk_would():
    try:
        yield
    except (BotoCoreError, Boto3Error, ClientError) as problem:
        raise OSError(f"The bucket fails ({type(problem).__name__}: {problem})") from problem


class Bucket(S3Storage):
    """With `get`, `put` and `clear`, sizes of pictures are read, written as a whole, and let go, as on a disk."""

    def __init__(self, **options):
        super().__init__(**options)
        self.client_config = self.client_config.merge(PATIENCE)

    def _open(self, name, mode="rb"):
        with as_a_disk_would():
            return super()._open(name, mode)

    def _save(self, name, content):
        with as_a_disk_would():
            return super()._save(name, content)

    def exists(self, name):
        with as_a_disk_would():
            return super().exists(name)

    def delete(self, name):
        with as_a_disk_would():
            return super().delete(name)

    def size(self, name):
        with as_a_disk_would():
            return super().size(name)

    def listdir(self, name):
        with as_a_disk_would():
            return super().listdir(name)

    def get(self, name):
        with as_a_disk_would():
            try:
                return self.object(name).get()["Body"].read()
            except ClientError as problem:
                if problem.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                    raise FileNotFoundError(name) from None
                raise

    def put(self, name, data):
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        with as_a_disk_would():
            self.object(name).put(Body=data, ContentType=kind)

    def clear(self, folder):
        with as_a_disk_would():
            self.bucket.objects.filter(Prefix=f"{self._normalize_name(folder)}/").delete()

    def object(self, name):
        # Refuses, as a disk does, what would lead out of the bucket's own names.
        return self.bucket.Object(self._normalize_name(clean_name(name)))


class StoryBucket(Bucket):
    """Hands out a story's film by an address that holds for a minute."""


class PictureBucket(Bucket):
    def url(self, name, **options):
        """Name our own address: readers' browsers ask nobody but us (PRODUCT.md, rule 5)."""
        return settings.MEDIA_URL + filepath_to_uri(name)
