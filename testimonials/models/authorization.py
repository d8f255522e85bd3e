"""A person's signed permission to show their story, and the question whether it is in force."""

from dataclasses import dataclass
from functools import cache, reduce
from operator import and_, or_

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ..dates import years_after
from .testimonial import Testimonial, who_changes

# H5; the six years of 45 CFR 164.316(b)(2) and 164.530(j).
YEARS_KEPT = 6


class Channel(models.TextChoices):
    """Where a story may be shown; an authorization covers each on its own (H1, H4)."""

    SITE = "site", _("This website")
    ELSEWHERE = "elsewhere", _("Other websites")


@dataclass(frozen=True)
class Element:
    """One thing that an authorization must hold (H1): it is there when any of its fields is filled."""

    words: str
    fields: tuple

    def given(self, authorization):
        return any(getattr(authorization, field) for field in self.fields)

    def condition(self):
        return reduce(or_, (filled(Authorization._meta.get_field(field)) for field in self.fields))


def filled(field):
    if isinstance(field, models.BooleanField):
        return Q(**{field.name: True})
    return ~Q(**{field.name: None if field.null else ""})


class AuthorizationQuerySet(models.QuerySet):
    def complete(self):
        return self.filter(reduce(and_, (element.condition() for element in ELEMENTS)))

    def in_force(self, at):
        """Keep what is complete, signed, not run out and not withdrawn at the moment `at` (H1, H2, H3)."""
        return self.complete().lasting(at)

    def lasting(self, at):
        signed = Q(signed_on__lte=timezone.localdate(at))
        return self.filter(
            signed, Q(expires_at=None) | Q(expires_at__gt=at), Q(withdrawn_at=None) | Q(withdrawn_at__gt=at)
        )

    def covering(self, channel):
        return self.filter(**{f"to_{channel}": True})


class Authorization(models.Model):
    """What one signed form allows (H1). The form itself stays in the clinic's own records.

    A story may have several over time. A record may be saved unfinished; `in_force` wants it whole.
    """

    class Signer(models.TextChoices):
        PATIENT = "patient", _("The patient")
        REPRESENTATIVE = "representative", _("A representative of the patient")

    class Remuneration(models.TextChoices):
        NONE = "none", _("Nobody is paid for showing this story")
        SOME = "some", _("Somebody is paid or rewarded")

    class WithdrawnBy(models.TextChoices):
        STAFF = "staff", _("Staff, for the person")
        PERSON = "person", _("The person, through the private link")

    testimonial = models.ForeignKey(
        Testimonial, on_delete=models.PROTECT, related_name="authorizations", verbose_name=_("patient story")
    )
    information = models.TextField(
        _("what may be shown"), blank=True, help_text=_("Such as: the video, the voice, the first name, the story.")
    )
    discloser = models.CharField(
        _("who shows it"), max_length=200, blank=True, help_text=_("The clinic as it is named on the form.")
    )
    to_site = models.BooleanField(_("on this website"), default=False)
    to_elsewhere = models.BooleanField(
        _("on other websites"), default=False, help_text=_("Without this, the story cannot be embedded elsewhere.")
    )
    to_social = models.BooleanField(_("on social media"), default=False)
    purposes = models.TextField(_("what for"), blank=True, help_text=_("Each purpose on the form, one in each line."))
    expires_at = models.DateTimeField(
        _("ends at"),
        null=True,
        blank=True,
        help_text=_("The story is gone from this second on. Where an event ends it, fill this in when it happens."),
    )
    expiry_event = models.CharField(
        _("or ends when this happens"),
        max_length=200,
        blank=True,
        help_text=_("The event named on the form, if it names one."),
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    signed_by = models.CharField(_("signed by"), max_length=14, choices=Signer.choices, blank=True)
    representative_authority = models.CharField(
        _("the representative’s authority"),
        max_length=200,
        blank=True,
        help_text=_("Why this person may sign for the patient, such as “parent”."),
    )
    states_revocation = models.BooleanField(
        _("the form says that the permission can be withdrawn, and how"), default=False
    )
    states_no_condition = models.BooleanField(_("the form says that treatment does not depend on it"), default=False)
    states_redisclosure = models.BooleanField(
        _("the form says that others may pass on what is shown, and that it is then no longer protected"), default=False
    )
    remuneration = models.CharField(_("payment"), max_length=4, choices=Remuneration.choices, blank=True)
    remuneration_details = models.CharField(
        _("who is paid, and what"), max_length=300, blank=True, help_text=_("As the form states it.")
    )
    copy_given_on = models.DateField(_("copy of the form given on"), null=True, blank=True)
    form_reference = models.CharField(
        _("where the signed form is kept"),
        max_length=200,
        blank=True,
        help_text=_("A reference into the clinic’s own records. Never upload the form or any health record here."),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    withdrawn_by = models.CharField(
        _("withdrawn by"), max_length=6, choices=WithdrawnBy.choices, blank=True, editable=False
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    objects = AuthorizationQuerySet.as_manager()
    history = HistoricalRecords(get_user=who_changes)

    class Meta:
        ordering = ["-signed_on", "-pk"]
        verbose_name = _("authorization")
        verbose_name_plural = _("authorizations")
        indexes = [models.Index(fields=["testimonial", "expires_at", "withdrawn_at"], name="authorization_in_force")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(signed_by="representative") | ~Q(representative_authority=""),
                name="representative_has_authority",
                violation_error_message=_("Say what authority the representative has to sign for the patient."),
            ),
            models.CheckConstraint(
                condition=~Q(remuneration="some") | ~Q(remuneration_details=""),
                name="payment_is_told",
                violation_error_message=_("Say who is paid, and what, as the form states it."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by="") | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_by="")),
                name="withdrawal_has_author",
            ),
        ]

    def __str__(self):
        signed = f"{self.signed_on:%Y-%m-%d}" if self.signed_on else str(_("not signed yet"))
        return f"{self.testimonial}: {signed}"

    def save(self, *args, **kwargs):
        """Keep a withdrawal for ever: what was withdrawn cannot be taken back (H3)."""
        kept = type(self).objects.filter(pk=self.pk).values_list("withdrawn_at", "withdrawn_by").first()
        if kept and kept[0]:
            self.withdrawn_at, self.withdrawn_by = kept
        super().save(*args, **kwargs)

    def clean(self):
        if self.signed_on and self.signed_on > timezone.localdate():
            raise ValidationError({"signed_on": _("The day of signing cannot lie in the future.")})
        if self.signed_on and self.expires_at and timezone.localdate(self.expires_at) < self.signed_on:
            raise ValidationError({"expires_at": _("It cannot end before it was signed.")})
        if self.testimonial_id is None:
            return
        if self.testimonial.sample:
            raise ValidationError(_("A sample shows no patient, so nobody can authorize it."))
        before = self.testimonial.authorizations.exclude(pk=self.pk).filter(withdrawn_at__isnull=False)
        if self.signed_on and before.filter(withdrawn_at__date__gt=self.signed_on).exists():
            raise ValidationError(
                {"signed_on": _("The person withdrew after this day. A new form must be signed after the withdrawal.")}
            )

    @property
    def missing(self):
        """Return the elements of H1 that this record lacks."""
        return [element for element in ELEMENTS if not element.given(self)]

    @property
    def kept_until(self):
        """Return the moment from which the record may be deleted, or None while it may have effect (H5)."""
        ends = [moment for moment in (self.expires_at, self.withdrawn_at) if moment]
        return years_after(min(ends), YEARS_KEPT) if ends else None

    @property
    def may_be_deleted(self):
        """Say whether the record never had effect, or had none for as long as it must be kept (H5)."""
        if not self.signed_on:
            return True
        return self.kept_until is not None and self.kept_until <= timezone.now()


@cache
def complete_ones():
    """Return the query of the complete authorizations, written once: it costs more to write than to ask."""
    return Authorization.objects.complete()


def consents(at, channel):
    """Return the authorizations in force at a moment for a channel."""
    return complete_ones().lasting(at).covering(channel)


ELEMENTS = (
    Element(_("what may be shown"), ("information",)),
    Element(_("who shows it"), ("discloser",)),
    Element(_("to whom: this website, other websites or social media"), ("to_site", "to_elsewhere", "to_social")),
    Element(_("what for"), ("purposes",)),
    Element(_("the date or event on which it ends"), ("expires_at", "expiry_event")),
    Element(_("the day on which it was signed"), ("signed_on",)),
    Element(_("who signed it"), ("signed_by",)),
    Element(_("that it can be withdrawn, and how"), ("states_revocation",)),
    Element(_("that treatment does not depend on it"), ("states_no_condition",)),
    Element(_("that others may pass it on"), ("states_redisclosure",)),
    Element(_("whether somebody is paid"), ("remuneration",)),
    Element(_("that the person has a copy"), ("copy_given_on",)),
    Element(_("where the signed form is kept"), ("form_reference",)),
)
