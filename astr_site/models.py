"""What the content command remembers, so that it never overwrites what staff have changed."""

import hashlib
import json

from django.db import models
from django.utils.translation import gettext_lazy as _


class LoadedContent(models.Model):
    """What `load_content` last wrote, and the version that it published.

    While that version is still the published one and no draft stands beside it, nobody has changed it.
    """

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=80)
    language = models.CharField(max_length=15)
    fingerprint = models.CharField(max_length=64)
    version = models.ForeignKey("djangocms_versioning.Version", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        app_label = "astr_site"
        verbose_name = _("loaded content")
        verbose_name_plural = _("loaded content")
        constraints = [models.UniqueConstraint(fields=["kind", "key", "language"], name="one_mark_per_content")]

    def __str__(self):
        return f"{self.kind} {self.key} ({self.language})"


def fingerprint(data):
    """Return a fingerprint of a content file's meaning, so that layout and comments do not count."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, default=str).encode()).hexdigest()
