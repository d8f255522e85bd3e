"""The story itself: what is neither translated nor versioned, because it takes effect at once."""

from cms.utils.permissions import get_current_user
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from techniques.models import Technique

from ..dates import months_after, months_before
from .files import random_name, story_storage

ATTESTATIONS = ("attests_real", "attests_own_experience", "attests_no_ai", "attests_no_distortion")


def who_changes(instance, request):
    """Say who changes a record, for its history; nobody where a command or the patient does."""
    user = get_current_user()
    return user if user is not None and user.is_authenticated else None


class TestimonialQuerySet(models.QuerySet):
    def fit_to_show(self, at):
        """Keep the stories whose own facts allow showing: media, attestations, disclosures (A1, F2, F3, F5).

        Words, captions and the authorization are judged beside it, in `TestimonialContent.objects.visible`.
        """
        real = Q(
            ~Q(material_connection=""),
            ~Q(audio_description=""),
            **dict.fromkeys(ATTESTATIONS, True),
            sample=False,
            confirmed_on__gt=months_before(timezone.localdate(at), settings.STORY_CONFIRM_MONTHS),
        )
        sample = Q(sample=True, no_patient=True)
        return self.filter(real | sample).exclude(poster="").exclude(video="", video_url="")


class Testimonial(models.Model):
    """A person's story, or a sample in which no patient speaks."""

    class BodyArea(models.TextChoices):
        NECK = "neck", _("Neck")
        SHOULDER = "shoulder", _("Shoulder")
        LOW_BACK = "low_back", _("Low back")
        HIP = "hip", _("Hip")
        KNEE = "knee", _("Knee")
        HAND = "hand", _("Hand or wrist")
        OTHER = "other", _("Another area")

    class Connection(models.TextChoices):
        NONE = "none", _("No connection with the clinic besides being a patient")
        EMPLOYEE = "employee", _("Works for the clinic")
        RELATIVE = "relative", _("Is related to somebody at the clinic")
        PAID = "paid", _("Was paid for this story")
        REDUCED = "reduced", _("Got care free or for less")
        OTHER = "other", _("Has another connection with the clinic")

    class AudioDescription(models.TextChoices):
        DESCRIBED = "described", _("The video has a version in which what is shown is described")
        ALL_SAID = "all_said", _("Everything that is shown is also said")

    display_name = models.CharField(
        _("display name"),
        max_length=80,
        help_text=_("The only name that is ever shown. Use what the person agreed to."),
    )
    video = models.FileField(
        _("video file"),
        storage=story_storage,
        upload_to=random_name,
        blank=True,
        help_text=_("An MP4 or WebM file. Give either a file or an address."),
    )
    video_url = models.URLField(
        _("video address"),
        blank=True,
        help_text=_("A YouTube or Vimeo address, as you copied it. Give either a file or an address."),
    )
    poster = models.ImageField(
        _("poster"),
        storage=story_storage,
        upload_to=random_name,
        blank=True,
        help_text=_("A frame of the video, 16:9, at least 1280 pixels wide. An address brings its own."),
    )
    poster_alt = models.CharField(
        _("what the poster shows"), max_length=200, help_text=_("For readers who cannot see it. Never a full name.")
    )
    duration = models.PositiveSmallIntegerField(_("length"), help_text=_("In seconds."))
    recorded_on = models.DateField(_("recorded on"))
    spoken_language = models.CharField(_("spoken language"), max_length=15, choices=settings.LANGUAGES)
    body_area = models.CharField(_("body area"), max_length=20, choices=BodyArea.choices)
    techniques = models.ManyToManyField(
        Technique, blank=True, related_name="testimonials", verbose_name=_("techniques")
    )
    audio_description = models.CharField(
        _("audio description"),
        max_length=10,
        choices=AudioDescription.choices,
        blank=True,
        help_text=_("How people who cannot see the picture learn what it shows."),
    )
    material_connection = models.CharField(
        _("connection with the clinic"),
        max_length=10,
        choices=Connection.choices,
        blank=True,
        help_text=_("Anything but “no connection” is told beside the video."),
    )
    connection_details = models.CharField(
        _("the connection in words"), max_length=200, blank=True, help_text=_("Readers see this sentence.")
    )
    attests_real = models.BooleanField(_("This is a real patient of the clinic"), default=False)
    attests_own_experience = models.BooleanField(_("The person tells their own experience"), default=False)
    attests_no_ai = models.BooleanField(_("Nothing in the video was made by artificial intelligence"), default=False)
    attests_no_distortion = models.BooleanField(_("Editing does not change what the person meant"), default=False)
    confirmed_on = models.DateField(
        _("confirmed on"),
        null=True,
        blank=True,
        help_text=_("The day on which the person last told us that the story still holds. It must be renewed."),
    )
    sample = models.BooleanField(
        _("this is a sample"),
        default=False,
        help_text=_("Shown with a clear mark. No story becomes a sample later."),
    )
    no_patient = models.BooleanField(
        _("no patient is seen, heard or told about in it"),
        default=False,
        help_text=_("Only for samples: the page tells every reader so."),
    )

    objects = TestimonialQuerySet.as_manager()
    history = HistoricalRecords(get_user=who_changes)

    class Meta:
        ordering = ["-recorded_on", "-pk"]
        verbose_name = _("patient story")
        verbose_name_plural = _("patient stories")
        indexes = [models.Index(fields=["-recorded_on", "-id"], name="stories_newest_first")]
        constraints = [
            models.CheckConstraint(condition=Q(video="") | Q(video_url=""), name="video_is_a_file_or_an_address"),
            models.CheckConstraint(
                condition=Q(sample=False) | Q(no_patient=True),
                name="sample_shows_no_patient",
                violation_error_message=_("A sample needs your word that no patient is in it."),
            ),
            models.CheckConstraint(
                condition=~Q(material_connection="other") | ~Q(connection_details=""),
                name="other_connection_is_told",
                violation_error_message=_("Say in words what the connection with the clinic is."),
            ),
        ]

    def __str__(self):
        return self.display_name

    def clean(self):
        if bool(self.video) == bool(self.video_url):
            raise ValidationError(_("Give either a video file or a video address."))
        for field in ("recorded_on", "confirmed_on"):
            if (day := getattr(self, field)) and day > timezone.localdate():
                raise ValidationError({field: _("This day cannot lie in the future.")})
        if self.sample and self.pk and self.authorizations.exists():
            raise ValidationError({"sample": _("A person signed for this story, so it is no sample.")})

    @property
    def confirm_by(self):
        """Return the day from which the story is hidden unless the person confirms it again (F5)."""
        return months_after(self.confirmed_on, settings.STORY_CONFIRM_MONTHS) if self.confirmed_on else None

    @property
    def connection_words(self):
        """Return the connection with the clinic as readers are told it, "" where there is none (F2)."""
        if self.material_connection in ("", self.Connection.NONE):
            return ""
        return self.connection_details or self.get_material_connection_display()

    @property
    def shown_captions(self):
        """Return the captions that readers may have: those that a person has checked (A1)."""
        return [track for track in self.captions.all() if track.checked or self.sample]
