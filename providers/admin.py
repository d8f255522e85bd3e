from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from astr_site.editorial.admin import SubjectAdmin, SubjectContentAdmin, may_change

from .models import PractitionerType, PractitionerTypeContent, TechniqueUse

WORDS = (
    "credentials",
    "training",
    "licence",
    "check_licence",
    "referral",
    "what_they_do",
    "good_to_know",
    "scope_notes",
)


@admin.register(PractitionerType)
class PractitionerTypeAdmin(SubjectAdmin):
    search_fields = ("key",)
    fieldsets = (
        (None, {"fields": ("content__language", "content__title", "content__slug", "content__summary")}),
        (_("Training and license"), {"fields": [f"content__{name}" for name in WORDS]}),
        (_("Not translated, live at once"), {"fields": ("key", "position"), "classes": ("collapse",)}),
    )


class TechniqueUseInline(admin.TabularInline):
    model = TechniqueUse
    autocomplete_fields = ("source",)
    extra = 0


@admin.register(PractitionerTypeContent)
class PractitionerTypeContentAdmin(SubjectContentAdmin):
    """Reached from the toolbar: which techniques this profession may use, in this version."""

    frontend_editable_fields = ("title", "summary", *WORDS)
    inlines = (TechniqueUseInline,)

    def get_fields(self, request, obj=None):
        return ()

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or may_change(obj, request.user))

    def change_view(self, request, object_id, *args, **kwargs):
        return admin.ModelAdmin.change_view(self, request, object_id, *args, **kwargs)

    def get_queryset(self, request):
        return PractitionerTypeContent.admin_manager.all()
