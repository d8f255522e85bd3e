"""What staff teach search, and what people did not find."""

from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from .models import Miss, RedFlag, Synonym
from .words import fold


class TaughtAdmin(admin.ModelAdmin):
    """What belongs to staff: it is switched off instead of deleted, or loading the content would bring it back."""

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Synonym)
class SynonymAdmin(TaughtAdmin):
    list_display = ("term", "language", "says", "in_use")
    list_filter = ("language", "in_use")
    search_fields = ("term", "meanings")
    fields = ("language", "term", "meanings", "in_use")

    @admin.display(description=_("what our pages say"))
    def says(self, synonym):
        return ", ".join(synonym.meanings_list)

    def save_model(self, request, obj, form, change):
        """What people did not find is done with once it has a synonym."""
        super().save_model(request, obj, form, change)
        Miss.objects.filter(language=obj.language, words=fold(obj.term)).delete()


@admin.register(RedFlag)
class RedFlagAdmin(TaughtAdmin):
    list_display = ("name", "language", "level", "in_use")
    list_filter = ("language", "level", "in_use")
    search_fields = ("name", "phrases")
    formfield_overrides = {models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple}}

    class Media:
        css = {"all": ["staff/register.css"]}


@admin.register(Miss)
class MissAdmin(admin.ModelAdmin):
    """The list of what people did not find; the link beside each opens a synonym with the words filled in."""

    list_display = ("words", "language", "count", "mend")
    list_filter = ("language",)
    search_fields = ("words",)
    list_display_links = None

    @admin.display(description=_("synonym"))
    def mend(self, miss):
        query = urlencode({"language": miss.language, "term": miss.words})
        return format_html('<a href="{}?{}">{}</a>', reverse("admin:search_synonym_add"), query, _("Add a synonym"))

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
