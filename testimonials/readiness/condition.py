"""One thing that is missing, and the way to it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst


@dataclass(frozen=True)
class Unmet:
    """A condition that is not met: what it is about, the sentence, and the field that mends it."""

    code: str
    words: str
    label: str
    url: str


def in_form(instance, name, words, prefix=""):
    """Say what is missing in a field of a record's own form."""
    owner = getattr(instance, "testimonial", instance) if prefix else instance
    field = instance._meta.get_field(name)
    form = reverse(f"admin:{owner._meta.app_label}_{owner._meta.model_name}_change", args=[owner.pk])
    return Unmet(name, words, capfirst(field.verbose_name), f"{form}#id_{prefix}{name}")
