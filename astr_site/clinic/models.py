"""The clinic's own facts, which staff change and which take effect at once."""

from urllib.parse import urlsplit

from cms.models import CMSPlugin
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from .times import clock
from .words import WordsField, in_language

phone_number = RegexValidator(r"^[+0-9() .-]{7,20}$", _("A phone number has digits, spaces, dots, brackets or dashes."))


def dialable(number):
    """Return a phone number as a link can carry it."""
    return "tel:" + "".join(sign for sign in number if sign.isdigit() or sign == "+") if number else ""


def page_or_website(address):
    """Accept a page of this site, such as /contact/, or a whole web address."""
    if address.startswith("/") and not urlsplit(address).netloc:
        return
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError:
        raise ValidationError(
            _("Give a page of this site, such as /contact/, or a whole address, such as https://example.org/.")
        ) from None


def named_addresses(text):
    """Accept lines of a name and a web address."""
    for line in text.splitlines():
        name, _space, url = line.strip().rpartition(" ")
        try:
            URLValidator(schemes=["http", "https"])(url)
        except ValidationError:
            name = ""
        if line.strip() and not name.strip():
            raise ValidationError(
                _("“%(line)s” is not a name and an address. Write it like “Facebook https://facebook.com/clinic”.")
                % {"line": line.strip()}
            )


class Clinic(models.Model):
    """The one clinic that this site belongs to."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("As patients know it. It stands in the foot of every page.")
    )
    phone = models.CharField(
        _("phone"),
        max_length=20,
        blank=True,
        validators=[phone_number],
        help_text=_("The number that patients call. It stands at the head of every page, one tap away on phones."),
    )
    booking_url = models.URLField(
        _("booking address"), blank=True, help_text=_("Where patients book a visit. Leave it empty if they only call.")
    )
    languages_spoken = WordsField(
        _("languages spoken"), blank=True, help_text=_("Languages in which patients can talk with your staff.")
    )

    social_links = models.TextField(
        _("elsewhere on the web"),
        blank=True,
        validators=[named_addresses],
        help_text=_("One in each line: a name, then its address, such as “Facebook https://facebook.com/clinic”."),
    )
    # The announcement is kept here, and not in a table of its own, because every page asks for the clinic anyway.
    announcement = WordsField(
        _("announcement"),
        blank=True,
        help_text=_("One short sentence. Patients see it above everything else, on every page."),
    )
    announcement_url = models.CharField(
        _("link"), max_length=300, blank=True, validators=[page_or_website], help_text=_("Where to read more, if any.")
    )
    announcement_url_text = WordsField(
        _("words of the link"), blank=True, help_text=_("Such as “See our holiday hours”.")
    )
    announcement_starts = models.DateTimeField(
        _("show from"), null=True, blank=True, help_text=_("Leave it empty to show it at once.")
    )
    announcement_ends = models.DateTimeField(
        _("show until"), null=True, blank=True, help_text=_("It goes away by itself at this moment.")
    )

    class Meta:
        verbose_name = _("clinic")
        verbose_name_plural = _("clinic")

    def __str__(self):
        return self.name

    @property
    def phone_href(self):
        return dialable(self.phone)

    @property
    def social_list(self):
        """Return (name, address) for each place where the clinic can also be found."""
        return [tuple(line.rsplit(None, 1)) for line in self.social_links.splitlines() if line.strip()]

    def announces(self, at):
        """Say whether the announcement shows at the moment `at`."""
        begun = self.announcement_starts is None or self.announcement_starts <= at
        return bool(self.announcement) and begun and self.announcement_ends is not None and at < self.announcement_ends

    @classmethod
    def next_announcement(cls, now):
        """Return the next moment at which an announcement begins or ends, or None."""
        moments = cls.objects.values_list("announcement_starts", "announcement_ends")
        return min((each for pair in moments for each in pair if each and each > now), default=None)


class Announcement(Clinic):
    """The clinic as the person who writes its announcement sees it: the line at the head of every page."""

    class Meta:
        proxy = True
        verbose_name = _("announcement")
        verbose_name_plural = _("announcement")

    def __str__(self):
        return in_language(self.announcement) or str(_("No announcement"))

    def clean(self):
        starts, ends = self.announcement_starts, self.announcement_ends
        if self.announcement and not ends:
            raise ValidationError({"announcement_ends": _("Say when it goes away, so that it never grows old.")})
        if starts and ends and ends <= starts:
            raise ValidationError({"announcement_ends": _("It must go away after it has begun to show.")})
        if bool(self.announcement_url) != bool(self.announcement_url_text):
            raise ValidationError(
                {"announcement_url_text": _("A link needs both: its address, and words that say where it leads.")}
            )


class Location(models.Model):
    """A place where patients are seen."""

    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, related_name="locations", verbose_name=_("clinic"))
    name = models.CharField(_("name"), max_length=120)
    address = models.TextField(_("address"), help_text=_("Street and town, a line each."))
    phone = models.CharField(
        _("phone"),
        max_length=20,
        blank=True,
        validators=[phone_number],
        help_text=_("Only if it has a number of its own."),
    )
    access = WordsField(
        _("getting in"), blank=True, help_text=_("Parking, steps, lift, door width: what a patient in pain asks.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("The order on the contact page."))

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("location")
        verbose_name_plural = _("locations")

    def __str__(self):
        return self.name

    @property
    def phone_href(self):
        return dialable(self.phone)


class OpeningWeek(Location):
    """The same place as its reception sees it: only its hours, so that nothing else can be changed by accident."""

    class Meta:
        proxy = True
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")


class Span(models.Model):
    """From when until when a place is open, within one day."""

    opens = models.TimeField(_("opens"), help_text=_("Such as 08:30."))
    closes = models.TimeField(_("closes"), help_text=_("Such as 17:00."))

    class Meta:
        abstract = True

    def __str__(self):
        return f"{clock(self.opens)} – {clock(self.closes)}"


class OpeningHours(Span):
    """When a location is open on one day of the week; a day without a row is closed."""

    class Day(models.IntegerChoices):
        MONDAY = 0, _("Monday")
        TUESDAY = 1, _("Tuesday")
        WEDNESDAY = 2, _("Wednesday")
        THURSDAY = 3, _("Thursday")
        FRIDAY = 4, _("Friday")
        SATURDAY = 5, _("Saturday")
        SUNDAY = 6, _("Sunday")

    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="hours", verbose_name=_("location"))
    day = models.PositiveSmallIntegerField(_("day"), choices=Day.choices)

    class Meta:
        ordering = ["day", "opens"]
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        constraints = [models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="closes_after_it_opens")]


class SpecialDaysQuerySet(models.QuerySet):
    def coming(self, today, days):
        """Keep what holds today or begins within this many days."""
        return self.filter(first_day__lte=today + timezone.timedelta(days=days), last_day__gte=today)


class SpecialDays(models.Model):
    """A day or some days on which the week does not hold: closed, or open at other hours."""

    clinic = models.ForeignKey(
        Clinic, on_delete=models.CASCADE, null=True, related_name="special_days", verbose_name=_("clinic")
    )
    location = models.ForeignKey(
        Location, on_delete=models.CASCADE, null=True, related_name="special_days", verbose_name=_("location")
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), blank=True, help_text=_("Leave it empty for a single day."))
    reason = WordsField(_("reason"), help_text=_("Patients read it, such as “Thanksgiving”."))

    objects = SpecialDaysQuerySet.as_manager()

    class Meta:
        ordering = ["first_day", "pk"]
        verbose_name = _("special days")
        verbose_name_plural = _("special days and holidays")
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="special_days_run_forward"),
            models.CheckConstraint(
                condition=Q(clinic=None, location__isnull=False) | Q(clinic__isnull=False, location=None),
                name="special_days_of_the_clinic_or_of_one_location",
            ),
        ]

    def __str__(self):
        return in_language(self.reason)

    def clean(self):
        self.last_day = self.last_day or self.first_day
        if self.first_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day cannot come before the first.")})


class SpecialHours(Span):
    """When a place is open on special days; without a row it is closed."""

    special_days = models.ForeignKey(SpecialDays, on_delete=models.CASCADE, related_name="hours")

    class Meta:
        ordering = ["opens"]
        constraints = [models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="special_hours_run_forward")]


class Locations(CMSPlugin):
    """Every location with its hours, wherever staff place it."""

    def __str__(self):
        return str(_("Locations and hours"))

    @cached_property
    def locations(self):
        return list(
            Location.objects.select_related("clinic").prefetch_related(
                "hours", "special_days__hours", "clinic__special_days__hours"
            )
        )
