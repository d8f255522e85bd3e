"""Where a story's files lie and what they are called."""

import uuid
from pathlib import PurePath

from django.core.files.storage import storages


def story_storage():
    """Return the storage without public addresses: media leave it only through our own view."""
    return storages["stories"]


def random_name(instance, filename):
    """Name an upload at random, so that its address tells nothing about the patient (H6)."""
    return f"{uuid.uuid4().hex}{PurePath(filename).suffix.lower()}"
