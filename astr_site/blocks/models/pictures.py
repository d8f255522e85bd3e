"""Pictures that staff choose from the picture library."""

from cms.models import CMSPlugin
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from filer.fields.image import FilerImageField

from astr_site.pictures.library import offered
from astr_site.pictures.sizes import NEAR, WHOLE, WIDE


class Figure(CMSPlugin):
    """A picture with a caption."""

    class Part(models.TextChoices):
        WHOLE = "whole", _("The whole picture")
        FOCUS = "focus", _("A wide part of it, round its focus")

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
    def offered(self):
        return offered(self.picture, (WHOLE,) if self.part == self.Part.WHOLE else (WIDE, NEAR))

    @property
    def leads(self):
        """Say whether it opens a page, where readers see it before they scroll."""
        return self.position == 1 and not self.parent_id and self.placeholder.slot == "content"
