from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _


class Kept(models.QuerySet):
    """Rows that are added and never changed; only the end of their time removes them."""

    def update(self, **values):
        raise PermissionDenied

    def delete(self):
        raise PermissionDenied

    def forget_before(self, moment):
        """Remove what has been kept long enough."""
        return super().filter(at__lt=moment)._raw_delete(self.db)


class Entry(models.Model):
    """One line of the log of sign-ins and of who may do what. Nobody can change or remove it in the staff pages.

    Names are kept as words, so that a line outlives the person it tells of.
    """

    class Deed(models.TextChoices):
        SIGNED_IN = "signed in", _("signed in")
        SIGNED_OUT = "signed out", _("signed out")
        ENDED = "ended", _("was signed out by time")
        REFUSED = "refused", _("gave a wrong password")
        LOCKED = "locked", _("was locked out for a while")
        CODE_WRONG = "code wrong", _("gave a wrong code")
        PHONE_SET_UP = "phone set up", _("set up a phone for codes")
        CODES_MADE = "codes made", _("made new recovery codes")
        STEP_FORGOTTEN = "step forgotten", _("took the second step away")
        PASSWORD = "password", _("changed a password")
        MADE = "made", _("made an account")
        REMOVED = "removed", _("removed an account")
        STANDING = "standing", _("changed what an account is")
        GIVEN = "given", _("gave rights")
        TAKEN = "taken", _("took rights away")

    at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    who = models.CharField(_("who"), max_length=150, blank=True)
    deed = models.CharField(_("what"), max_length=20, choices=Deed)
    about = models.TextField(_("about"), blank=True)
    address = models.GenericIPAddressField(_("from"), null=True, blank=True)

    objects = Kept.as_manager()

    class Meta:
        verbose_name = _("sign-in or right")
        verbose_name_plural = _("log of sign-ins and rights")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)

    def __str__(self):
        return f"{self.who} {self.get_deed_display()}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise PermissionDenied
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise PermissionDenied
