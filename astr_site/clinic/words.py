"""A short text in every language of the site, in one field."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Saying(str):
    """A text for the reader; `lang` names its language where that is not the page's own."""

    lang = ""


def in_language(texts, language=None):
    """Return the text of a language, or else of another one: a notice in English is better than none."""
    language = language or get_language()
    texts = texts or {}
    found = language if texts.get(language) else next((code for code, text in texts.items() if text), language)
    saying = Saying(texts.get(found, ""))
    saying.lang = "" if found == language else found
    return saying


class WordsWidget(forms.MultiWidget):
    """One input below the other, each under the name of its language."""

    template_name = "clinic/widgets/words.html"
    use_fieldset = False
    label = ""

    def __init__(self, widget=forms.TextInput, attrs=None):
        super().__init__({code: widget(attrs) for code, _name in settings.LANGUAGES})

    def decompress(self, value):
        return [(value or {}).get(code, "") for code, _name in settings.LANGUAGES]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["label"] = self.label
        for part, (code, language) in zip(context["widget"]["subwidgets"], settings.LANGUAGES, strict=True):
            part["attrs"]["lang"], part["language"] = code, language
        return context

    def id_for_label(self, id_):
        """Each input has a label of its own, which names the field as well."""
        return ""


class WordsFormField(forms.MultiValueField):
    """Cleans to {language: text}, without the languages left empty."""

    default_error_messages = {"required": _("Write it in at least one language.")}

    def __init__(self, *, max_length=300, widget=None, encoder=None, decoder=None, **kwargs):
        parts = [forms.CharField(required=False, max_length=max_length) for _language in settings.LANGUAGES]
        super().__init__(parts, widget=widget or WordsWidget(), require_all_fields=False, **kwargs)
        self.widget.label = self.label

    def compress(self, values):
        return {code: text for (code, _name), text in zip(settings.LANGUAGES, values, strict=False) if text}


class WordsField(models.JSONField):
    """A short text for each language, kept as {language: text}."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **({"default": dict} | kwargs))

    def formfield(self, **kwargs):
        # Without the hidden copy of its first value, which Django adds where a default is a function.
        return models.Field.formfield(self, **({"form_class": WordsFormField, "show_hidden_initial": False} | kwargs))

    def validate(self, value, instance):
        super().validate(value, instance)
        if not isinstance(value, dict) or set(value) - {code for code, _name in settings.LANGUAGES}:
            raise ValidationError(_("Give a text for each language."))
