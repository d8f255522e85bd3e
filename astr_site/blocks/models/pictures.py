"""Pictures that staff choose from the picture library."""

from cms.models import CMSPlugin
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from easy_thumbnails.files import get_thumbnailer
from filer.fields.image import FilerImageField


class Figure(CMSPlugin):
    """A picture with a caption."""

    class Part(models.TextChoices):
        WHOLE = "whole", _("The whole picture")
        FOCUS = "focus", _("A wide part of it, round its focus")

    WIDTHS = (800, 1600)

    picture = FilerImageField(
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_(
            "Drop a file here, or choose one. Show hands, rooms and tools; never a patient without permission."
        ),
    )
    alternative_text = models.CharField(
        _("what the picture shows"),
        max_length=200,
        blank=True,
        help_text=_("One sentence for readers who cannot see it. It is read aloud in place of the picture."),
    )
    decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("Tick it when the picture adds nothing to the text; screen readers then skip it."),
    )
    caption = models.CharField(
        _("caption"), max_length=300, blank=True, help_text=_("One sentence below the picture that explains it.")
    )
    part = models.CharField(
        _("what is shown of it"),
        max_length=5,
        choices=Part.choices,
        default=Part.WHOLE,
        help_text=_("The focus is set on the picture’s own form: open it with the pencil and drag the round mark."),
    )

    select_with = ("picture",)
    READABLE = ("jpg", "jpeg", "png", "webp")

    def __str__(self):
        return self.caption or self.alternative_text

    def clean(self):
        if self.picture_id and self.picture.extension not in self.READABLE:
            raise ValidationError({"picture": _("Choose a photograph or drawing that is a JPEG, PNG or WebP file.")})
        if not self.decorative and not self.alternative_text.strip():
            raise ValidationError({"alternative_text": _("Say what the picture shows, or tick “decorative”.")})

    @property
    def alt(self):
        return "" if self.decorative else self.alternative_text

    @cached_property
    def renditions(self):
        """Return the picture for small and for large screens, without what the camera noted about itself."""
        thumbnailer = get_thumbnailer(self.picture)
        # The larger one is what a dense screen takes; a third file for it would never be asked for.
        thumbnailer.thumbnail_high_resolution = False
        focus = {"crop": True, "subject_location": self.picture.subject_location}
        options = {"upscale": False, "quality": 82} | (focus if self.part == self.Part.FOCUS else {})
        return [thumbnailer.get_thumbnail(options | {"size": self.size(width)}) for width in self.WIDTHS]

    def size(self, width):
        """Return the largest size up to `width` that needs no enlarging; a height of 0 keeps the picture's shape."""
        if self.part == self.Part.WHOLE:
            return min(width, int(self.picture.width)), 0
        width = min(width, int(self.picture.width), int(self.picture.height * 16 / 9))
        return width, max(1, round(width * 9 / 16))
