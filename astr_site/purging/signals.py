"""What other code may listen to."""

from django.dispatch import Signal

# Sent with `addresses`, a list of whole addresses whose answers have changed. A CDN that knows no PURGE request is
# reached by a receiver of its own.
purged = Signal()
