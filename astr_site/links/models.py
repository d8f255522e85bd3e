"""What the last link check found."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.models import Version


class LinkCheck(models.Model):
    """One run over all links; a new one takes the place of the last."""

    started_at = models.DateTimeField(_("started at"), auto_now_add=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("started by")
    )
    finished_at = models.DateTimeField(_("finished at"), null=True)

    class Meta:
        verbose_name = _("link check")
        verbose_name_plural = _("link checks")

    def __str__(self):
        return f"{self.started_at:%Y-%m-%d %H:%M}"


class CheckedAddressQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(reason=CheckedAddress.Reason.WAITING)

    def broken(self):
        """Keep what leads nowhere and still stands on something public."""
        places = CheckedPlace.objects.filter(checked=models.OuterRef("pk"))
        public = places.filter(models.Q(version=None) | models.Q(version__state="published"))
        return self.filter(models.Exists(public), reason__in=BROKEN).prefetch_related("places")

    def unsure(self):
        return self.filter(reason__in=UNSURE).prefetch_related("places")


class CheckedAddress(models.Model):
    """An address that readers can follow, and what came of trying it."""

    class Reason(models.TextChoices):
        WAITING = "waiting", _("Not tried yet.")
        GOOD = "good", _("It is there.")
        UNPUBLISHED = "unpublished", _("No such page of this site is published in this language.")
        UNREADABLE = "unreadable", _("The address cannot be read.")
        NO_HOST = "no_host", _("There is no such host on the internet.")
        UNREACHABLE = "unreachable", _("The site cannot be reached.")
        GONE = "gone", _("The site says that the page is not there.")
        SLOW = "slow", _("The site did not answer in time.")
        CERTIFICATE = "certificate", _("The site’s certificate is not in order.")
        REFUSED = "refused", _("The site does not answer programs.")

    run = models.ForeignKey(LinkCheck, on_delete=models.CASCADE, related_name="addresses")
    address = models.CharField(max_length=2000)
    reason = models.CharField(max_length=12, choices=Reason.choices, default=Reason.WAITING)

    objects = CheckedAddressQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("checked address")
        verbose_name_plural = _("checked addresses")

    def __str__(self):
        return self.address or "–"


Reason = CheckedAddress.Reason
BROKEN = (Reason.UNPUBLISHED, Reason.UNREADABLE, Reason.NO_HOST, Reason.GONE)
# A person has to look: the page may be there for readers, or our own way to the internet is cut.
UNSURE = (Reason.UNREACHABLE, Reason.SLOW, Reason.CERTIFICATE, Reason.REFUSED)


class CheckedPlace(models.Model):
    """Where an address stands: on a public version, or in a record such as a source or the clinic."""

    checked = models.ForeignKey(CheckedAddress, on_delete=models.CASCADE, related_name="places")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=300)
    words = models.CharField(max_length=300, blank=True)
    url = models.CharField(max_length=300, help_text=_("Where staff mend it."))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("place of an address")
        verbose_name_plural = _("places of addresses")

    def __str__(self):
        return self.name
