from django import forms
from django.utils.translation import gettext_lazy as _

WRITTEN = {"autocapitalize": "off", "spellcheck": "false", "class": "vTextField"}


class CodeForm(forms.Form):
    """A code from the phone, or one from paper."""

    code = forms.CharField(
        label=_("Six-digit code"),
        required=False,
        max_length=16,
        widget=forms.TextInput(WRITTEN | {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}),
    )
    recovery = forms.CharField(
        label=_("Recovery code"),
        required=False,
        max_length=32,
        widget=forms.TextInput(WRITTEN | {"autocomplete": "off"}),
    )

    @property
    def given(self):
        """Return the code that was typed, from whichever field."""
        return self.cleaned_data.get("code") or self.cleaned_data.get("recovery") or ""
