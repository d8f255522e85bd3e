"""What staff fill in for a story: uploads are judged by their content, addresses are looked up once."""

import secrets

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import oembed
from ..models import CaptionTrack
from ..uploads import captions
from ..uploads.pictures import clean_poster
from ..uploads.videos import clean_video
from ..video_hosts import recognize

REASONS = {
    "too large": gettext_lazy("This captions file is too large for captions."),
    "empty": gettext_lazy("This captions file is empty."),
    "not utf-8": gettext_lazy("This captions file is no text that we can read. Save it as UTF-8."),
    "no cues": gettext_lazy("This file holds no captions. A caption has a line such as 00:01.000 --> 00:04.000."),
    "no timing": gettext_lazy("Line %(line)s: a caption needs its times, such as 00:01.000 --> 00:04.000."),
    "ends before it starts": gettext_lazy("Line %(line)s: this caption ends before it starts."),
    "markup": gettext_lazy("Line %(line)s: this is code, and captions hold words only."),
    "too many": gettext_lazy("This file holds more captions than a video can show."),
    "not in order": gettext_lazy("The captions do not follow each other in time."),
    "after the end": gettext_lazy("The captions go on after the end of the video. Do they belong to it?"),
}


class StoryForm(forms.ModelForm):
    """A story and its words; the content fields come from the CMS, named `content__…`."""

    # People paste more than addresses: code to embed, addresses without https, players with a moment to start at.
    video_url = forms.CharField(
        label=gettext_lazy("Video address"),
        max_length=2000,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("A YouTube or Vimeo address, as you copied it. Give either a file or an address."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The film or its provider tells these, and a neutral address is made up.
        for name in ("duration", "content__title", "content__slug", "poster_alt"):
            if name in self.fields:
                self.fields[name].required = False

    def clean_video(self):
        video = self.cleaned_data["video"]
        if isinstance(video, UploadedFile):
            self.film = clean_video(video)
        return video

    def clean_poster(self):
        poster = self.cleaned_data["poster"]
        return clean_poster(poster) if isinstance(poster, UploadedFile) else poster

    def clean_video_url(self):
        pasted = self.cleaned_data["video_url"].strip()
        if not pasted:
            return ""
        self.remote = recognize(pasted)
        if self.remote is None:
            raise ValidationError(_("This is no YouTube or Vimeo address that we know. Copy it from “Share”."))
        return self.remote.address

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        if "video_url" in self.changed_data and cleaned.get("video_url"):
            self.look_up(cleaned)
        if film := getattr(self, "film", None):
            cleaned["duration"] = cleaned.get("duration") or (film.duration and round(film.duration))
        self.fill_in(cleaned)
        return cleaned

    def look_up(self, cleaned):
        """Ask the provider once; where it cannot be reached, everything typed stays and a poster is asked for."""
        try:
            told = oembed.ask(self.remote)
        except oembed.Unreachable:
            told = oembed.Particulars("", None, None)
            if not cleaned.get("poster"):
                said = _("%(provider)s could not be reached. Nothing you typed is lost: choose a poster, or try again.")
                self.add_error("poster", ValidationError(said, params={"provider": self.remote.name}))
        cleaned["duration"] = cleaned.get("duration") or told.duration
        if told.poster and "poster" not in self.changed_data:
            cleaned["poster"] = told.poster
        if "content__title" in self.fields and not cleaned.get("content__title"):
            cleaned["content__title"] = told.title
            self.title_came_from = self.remote.name if told.title else ""

    def fill_in(self, cleaned):
        """Ask for what nobody told, and make up an address that tells nothing about the person (H6)."""
        for name, said in (
            ("duration", _("Give the length in seconds: the video does not tell it.")),
            ("content__title", _("Give the story a title.")),
            ("poster_alt", _("Say in words what the poster shows.")),
        ):
            if name in self.fields and not cleaned.get(name) and name not in self.errors:
                self.add_error(name, said)
        if "content__slug" in self.fields and not cleaned.get("content__slug"):
            cleaned["content__slug"] = f"story-{secrets.token_hex(3)}"


class CaptionTrackForm(forms.ModelForm):
    """A file of captions, and the tick that a person has read them beside the video (A1)."""

    checked = forms.BooleanField(
        label=gettext_lazy("I have checked these captions against the video"),
        required=False,
        help_text=gettext_lazy("Save the captions first, watch the video with them above, then tick this."),
    )

    class Meta:
        model = CaptionTrack
        fields = ("language", "file")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["checked"] = self.instance.checked

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        if getattr(file, "too_large", False) or file.size > captions.LARGEST_FILE:
            raise ValidationError(REASONS["too large"])
        try:
            self.cues = captions.parse(file.read())
        except captions.Unusable as problem:
            raise ValidationError(REASONS[problem.reason], params={"line": problem.line}) from None
        return ContentFile(captions.webvtt(self.cues).encode(), "captions.vtt")

    def mark(self, user):
        """Record who checked; new captions have been checked by nobody yet."""
        if "file" in self.changed_data:
            self.instance.check_by(None)
        elif self.cleaned_data["checked"] != self.instance.checked:
            self.instance.check_by(user if self.cleaned_data["checked"] else None)
