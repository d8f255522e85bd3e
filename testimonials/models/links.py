"""The patient's own way to a story, without an account."""

import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .testimonial import Testimonial


def digest(token):
    return hashlib.sha256(token.encode()).hexdigest()


class PrivateLinkQuerySet(models.QuerySet):
    def opened_by(self, token):
        """Keep the one link that this token opens, unless staff have revoked it."""
        return self.filter(token_hash=digest(token), revoked_at=None)

    def issue(self, testimonial, user):
        """Return (a new link, its token); the token is never kept, so nobody can look it up later."""
        token = secrets.token_urlsafe(32)
        return self.create(testimonial=testimonial, token_hash=digest(token), issued_by=user), token


class PrivateLink(models.Model):
    """A secret address at which the person in a story sees where it appears, and can withdraw it (H3)."""

    testimonial = models.ForeignKey(
        Testimonial, on_delete=models.CASCADE, related_name="private_links", verbose_name=_("patient story")
    )
    # The token has 256 random bits, so that a plain hash cannot be turned back by guessing.
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    issued_at = models.DateTimeField(_("made on"), auto_now_add=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("made by")
    )
    revoked_at = models.DateTimeField(_("revoked on"), null=True, blank=True)

    objects = PrivateLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_at"]
        verbose_name = _("private link")
        verbose_name_plural = _("private links")

    def __str__(self):
        return f"{self.testimonial}, {self.issued_at:%Y-%m-%d}"
