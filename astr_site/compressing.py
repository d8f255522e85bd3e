"""Pages are a third of their size on the way; Django pads them against guessing secrets by length (BREACH)."""

from django.middleware.gzip import GZipMiddleware

# They are compressed in themselves: once more costs time and gains nothing.
SMALL_ALREADY = ("image/avif", "image/webp", "image/jpeg", "image/png", "video/")


class CompressingMiddleware(GZipMiddleware):
    def process_response(self, request, response):
        if response.headers.get("Content-Type", "").startswith(SMALL_ALREADY):
            return response
        return super().process_response(request, response)
