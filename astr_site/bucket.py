"""A bucket that may be away: whoever asks it waits a short while, and is told so in the way of a disk."""

from contextlib import contextmanager

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

# Left to themselves, a bucket that hangs would hold a thread of ours for minutes.
PATIENCE = Config(connect_timeout=2, read_timeout=10, retries={"total_max_attempts": 2, "mode": "standard"})


@contextmanager
def as_a_disk_would():
    try:
        yield
    except (BotoCoreError, Boto3Error, ClientError) as problem:
        raise OSError(f"The bucket fails ({type(problem).__name__}: {problem})") from problem


class StoryBucket(S3Storage):
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
