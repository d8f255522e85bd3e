"""Uploads that are too large are let go by as they arrive, so that nothing of them is kept and the form survives."""

from io import BytesIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

# Beside the film a form carries a poster, captions and words.
ROOM_FOR_THE_REST = 32 * 2**20


class LimitedUpload(FileUploadHandler):
    """Stands before Django's own handlers and keeps what is over the limit from them."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        self.hopeless = content_length > settings.STORY_VIDEO_LIMIT + ROOM_FOR_THE_REST

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.too_large = self.hopeless

    def receive_data_chunk(self, raw_data, start):
        self.too_large = self.too_large or start + len(raw_data) > settings.STORY_VIDEO_LIMIT
        return None if self.too_large else raw_data

    def file_complete(self, file_size):
        """Hand on a mark in place of the file; the form's field says what is wrong."""
        if not self.too_large:
            return None
        mark = UploadedFile(BytesIO(), self.file_name, self.content_type, size=1)
        mark.too_large = True
        return mark
