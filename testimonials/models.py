"""Testimonials: a person's story, its video, and the one judge of when it may be seen."""

import uuid
from pathlib import PurePath

from cms.models import CMSPlugin
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from astr_site.editorial.subjects import SubjectContent, SubjectContentManager, SubjectContentQuerySet, lines
from techniques.models import Technique


def story_storage():
    """Return the storage without public addresses: media leave it only through our own view."""
    return storages["stories"]


def random_name(instance, filename):
    """Name an upload at random, so that its address tells nothing about the patient (H6)."""
    return f"{uuid.uuid4().hex}{PurePath(filename).suffix.lower()}"


class Channel(models.TextChoices):
    """Where a story may be shown; an authorization covers each on its own (H1, H4)."""

    SITE = "site", _("This website")
    ELSEWHERE = "elsewhere", _("Other websites")


class Testimonial(models.Model):
    """A person's story: what is neither translated nor versioned, because it takes effect at once."""

    class BodyArea(models.TextChoices):
        NECK = "neck", _("Neck")
        SHOULDER = "shoulder", _("Shoulder")
        LOW_BACK = "low_back", _("Low back")
        HIP = "hip", _("Hip")
        KNEE = "knee", _("Knee")
        HAND = "hand", _("Hand or wrist")
        OTHER = "other", _("Another area")

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
        validators=[FileExtensionValidator(["mp4", "webm"])],
        help_text=_("An MP4 or WebM file. Give either a file or an address."),
    )
    video_url = models.URLField(
        _("video address"), blank=True, help_text=_("A YouTube or Vimeo address. Give either a file or an address.")
    )
    poster = models.ImageField(
        _("poster"),
        storage=story_storage,
        upload_to=random_name,
        help_text=_("A frame of the video, 16:9, at least 1280 pixels wide."),
    )
    poster_alt = models.CharField(
        _("what the poster shows"), max_length=200, help_text=_("For readers who cannot see it. Never a full name.")
    )
    duration = models.PositiveSmallIntegerField(_("length"), help_text=_("In seconds."))
    recorded_on = models.DateField(_("recorded on"))
    spoken_language = models.CharField(_("spoken language"), max_length=15, choices=settings.LANGUAGES)
    body_area = models.CharField(_("body area"), max_length=20, choices=BodyArea.choices)
    techniques = models.ManyToManyField(Technique, blank=True, related_name="testimonials")
    sample = models.BooleanField(
        _("this is a sample"), default=False, help_text=_("Shown with a clear mark; no patient speaks in it.")
    )

    class Meta:
        ordering = ["-recorded_on", "-pk"]
        verbose_name = _("patient story")
        verbose_name_plural = _("patient stories")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(video="") | models.Q(video_url=""), name="video_is_a_file_or_an_address"
            )
        ]

    def __str__(self):
        return self.display_name

    def clean(self):
        if bool(self.video) == bool(self.video_url):
            raise ValidationError(_("Give either a video file or a video address."))
        if self.recorded_on and self.recorded_on > timezone.localdate():
            raise ValidationError({"recorded_on": _("The recording cannot lie in the future.")})


class CaptionTrack(models.Model):
    """Captions of a story in one language, as WebVTT (A1)."""

    testimonial = models.ForeignKey(Testimonial, on_delete=models.CASCADE, related_name="captions")
    language = models.CharField(_("language"), max_length=15, choices=settings.LANGUAGES)
    file = models.FileField(
        _("captions"), storage=story_storage, upload_to=random_name, validators=[FileExtensionValidator(["vtt"])]
    )

    class Meta:
        ordering = ["language"]
        verbose_name = _("caption track")
        verbose_name_plural = _("captions")
        constraints = [models.UniqueConstraint(fields=["testimonial", "language"], name="one_track_per_language")]

    def __str__(self):
        return self.get_language_display()


class TestimonialContentQuerySet(SubjectContentQuerySet):
    def visible(self, at, channel):
        """Keep the stories that may be seen at the moment `at` on `channel`: the only judge of it.

        Every public surface starts from here (PRODUCT.md, Testimonials). A story needs captions and a
        transcript (A1). Only samples pass for now: a real person's story needs an authorization in force,
        and this release cannot record one yet, so it stays unseen rather than being trusted.
        """
        captions = CaptionTrack.objects.filter(testimonial=OuterRef("testimonial"))
        return self.filter(Exists(captions), testimonial__sample=True).exclude(transcript="")

    def for_cards(self):
        return self.select_related("testimonial").prefetch_related("testimonial__captions")

    def newest_first(self):
        return self.order_by("-testimonial__recorded_on", "-testimonial_id")


class TestimonialContentManager(SubjectContentManager.from_queryset(TestimonialContentQuerySet)):
    """Published stories; ask `visible` before showing one."""


class TestimonialContent(SubjectContent):
    """The words of a story in one language and version."""

    grouper_field = "testimonial"
    url_name = "testimonials:detail"
    slot_names = ("body",)
    # A story is one person's experience and says so (F1).
    rests_on_sources = False

    testimonial = models.ForeignKey(Testimonial, on_delete=models.CASCADE, related_name="contents")
    transcript = models.TextField(
        _("transcript"), help_text=_("Every spoken word, a line for each part, such as “0:12 It began in spring.”")
    )

    objects = TestimonialContentManager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("story texts")
        permissions = [("publish_testimonialcontent", _("Can publish patient stories"))]

    @property
    def transcript_lines(self):
        """Return (time, words) for each line; a line without a time continues without one."""
        return [self.timed(line) for line in lines(self.transcript)]

    @staticmethod
    def timed(line):
        time, _space, words = line.partition(" ")
        return (time, words) if time.replace(":", "").isdigit() and ":" in time else ("", line)


class Story(CMSPlugin):
    """One story inside any page."""

    testimonial = models.ForeignKey(Testimonial, on_delete=models.PROTECT, related_name="+")

    def __str__(self):
        return str(self.testimonial)

    @cached_property
    def stories(self):
        visible = TestimonialContent.objects.in_language(self.language).visible(timezone.now(), Channel.SITE)
        return visible.filter(testimonial=self.testimonial_id).for_cards()


class StoryWall(CMSPlugin):
    """The newest stories, of one technique or of all."""

    heading = models.CharField(_("heading"), max_length=120, blank=True)
    lede = models.TextField(_("introduction"), max_length=400, blank=True)
    technique = models.ForeignKey(
        Technique,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Leave it empty to show stories about any technique."),
    )
    limit = models.PositiveSmallIntegerField(_("how many"), default=3)

    def __str__(self):
        return self.heading

    @cached_property
    def stories(self):
        visible = TestimonialContent.objects.in_language(self.language).visible(timezone.now(), Channel.SITE)
        if self.technique_id:
            visible = visible.filter(testimonial__techniques=self.technique_id)
        return visible.newest_first().for_cards()[: self.limit]
