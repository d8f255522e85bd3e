from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import Review
from ..records import ensure_record
from .fingerprint import fingerprint


class DayField(forms.DateField):
    """A day, picked with the browser's own calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ReviewForm(forms.ModelForm):
    """What a clinician says about a text that they have read; it is kept only for the words that they read."""

    reviewed_on = DayField(label=_("Reviewed on"), help_text=Review._meta.get_field("reviewed_on").help_text)
    next_due = DayField(label=_("Next review due"), help_text=Review._meta.get_field("next_due").help_text)
    read = forms.CharField(widget=forms.HiddenInput)

    class Meta:
        model = Review
        fields = ("reviewed_on", "reviewer_name", "reviewer_credentials", "next_due", "note")
        labels = {
            "reviewer_name": _("Reviewed by"),
            "reviewer_credentials": _("Credentials"),
            "note": _("Note for staff"),
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, version, user, **kwargs):
        self.version, self.user, self.words = version, user, fingerprint(version)
        kwargs["initial"] = {"read": self.words, "reviewed_on": timezone.localdate(), **self.known_about(user)}
        super().__init__(*args, **kwargs)

    @staticmethod
    def known_about(user):
        """Return how this person signed their last review, or their name."""
        last = Review.objects.filter(recorded_by=user).first()
        if last is None:
            return {"reviewer_name": user.get_full_name()}
        return {"reviewer_name": last.reviewer_name, "reviewer_credentials": last.reviewer_credentials}

    def clean_read(self):
        """Refuse a review of words that somebody changed while the clinician was reading."""
        if self.cleaned_data["read"] != self.words:
            self.data = self.data.copy()
            self.data[self.add_prefix("read")] = self.words
            raise forms.ValidationError(
                _("The text was changed after you opened this page. Read it again, then record your review.")
            )
        return self.words

    @transaction.atomic
    def save(self, commit=True):
        review = super().save(commit=False)
        review.record, review.recorded_by = ensure_record(self.version.content), self.user
        review.fingerprint = self.words
        review.save()
        return review
