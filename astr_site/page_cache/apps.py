from django.apps import AppConfig
from django.db import connections
from django.db.backends.signals import connection_created

from . import changes, moments


class PageCacheConfig(AppConfig):
    """Finished pages for readers, never older than what is public."""

    name = "astr_site.page_cache"

    def ready(self):
        connection_created.connect(changes.watch, dispatch_uid="hear of changes")
        for connection in connections.all(initialized_only=True):
            changes.watch(None, connection)
        # What day it is, and whether a review or a claim has run out, stands on many pages.
        moments.changes(moments.midnight)
