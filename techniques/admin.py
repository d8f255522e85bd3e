from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from astr_site.editorial.admin import SubjectAdmin, SubjectContentAdmin

from .models import Technique, TechniqueContent

SHORT_FACTS = (
    "moves",
    "thrust",
    "speed",
    "movement_size",
    "pressure",
    "stopping",
    "may_feel",
    "may_hear",
    "typical_visit",
)
LISTS = ("aims", "may_not_suit", "common_effects", "rare_risks")


def content_fields(names):
    """Name content fields as the grouper's form knows them."""
    return [f"content__{name}" for name in names]


@admin.register(Technique)
class TechniqueAdmin(SubjectAdmin):
    search_fields = ("key",)
    fieldsets = (
        (None, {"fields": content_fields(("language", "title", "slug", "summary", "also_called"))}),
        (_("At a glance"), {"fields": content_fields(SHORT_FACTS)}),
        (_("Aims and risks"), {"fields": content_fields(LISTS)}),
        (_("Not translated, live at once"), {"fields": ("key", "position", "home_page"), "classes": ("collapse",)}),
    )


@admin.register(TechniqueContent)
class TechniqueContentAdmin(SubjectContentAdmin):
    frontend_editable_fields = ("title", "summary", "also_called", *SHORT_FACTS, *LISTS)
