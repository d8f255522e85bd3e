"""The clinic's own facts, which staff change and which take effect at once."""

from cms.models import CMSPlugin
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

phone_number = RegexValidator(r"^[+0-9() .-]{7,20}$", _("A phone number has digits, spaces, dots, brackets or dashes."))


def dialable(number):
    """Return a phone number as a link can carry it."""
    return "tel:" + "".join(sign for sign in number if sign.isdigit() or sign == "+") if number else ""


class Clinic(models.Model):
    """The one clinic that this site belongs to."""

    name = models.CharField(max_length=120, help_text=_("As patients know it. It stands in the foot of every page."))
    phone = models.CharField(max_length=20, blank=True, validators=[phone_number])
    booking_url = models.URLField(_("booking address"), blank=True, help_text=_("Where patients book a visit."))

    class Meta:
        verbose_name = _("clinic")
        verbose_name_plural = _("clinic")

    def __str__(self):
        return self.name

    @property
    def phone_href(self):
        return dialable(self.phone)


class Location(models.Model):
    """A place where patients are seen."""

    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, related_name="locations")
    name = models.CharField(max_length=120)
    address = models.TextField(help_text=_("Street and town, a line each."))
    phone = models.CharField(max_length=20, blank=True, validators=[phone_number])
    access_notes = models.TextField(
        _("getting in"), blank=True, help_text=_("Parking, steps, lift, door width: what a patient in pain asks.")
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("location")
        verbose_name_plural = _("locations")

    def __str__(self):
        return self.name

    @property
    def phone_href(self):
        return dialable(self.phone)


class OpeningHours(models.Model):
    """When a location is open on one day of the week; a day without a row is closed."""

    class Day(models.IntegerChoices):
        MONDAY = 0, _("Monday")
        TUESDAY = 1, _("Tuesday")
        WEDNESDAY = 2, _("Wednesday")
        THURSDAY = 3, _("Thursday")
        FRIDAY = 4, _("Friday")
        SATURDAY = 5, _("Saturday")
        SUNDAY = 6, _("Sunday")

    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="hours")
    day = models.PositiveSmallIntegerField(choices=Day.choices)
    opens = models.TimeField(help_text=_("Such as 08:30."))
    closes = models.TimeField(help_text=_("Such as 17:00."))

    class Meta:
        ordering = ["day", "opens"]
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        constraints = [
            models.CheckConstraint(condition=models.Q(closes__gt=models.F("opens")), name="closes_after_it_opens")
        ]

    def __str__(self):
        return f"{self.get_day_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"

    def clean(self):
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError({"closes": _("Closing time must come after opening time.")})


class Locations(CMSPlugin):
    """Every location with its hours, wherever staff place it."""

    def __str__(self):
        return str(_("Locations and hours"))

    @cached_property
    def locations(self):
        return list(Location.objects.prefetch_related("hours"))
