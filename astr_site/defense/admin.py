from django.contrib import admin

from .models import Violation


@admin.register(Violation)
class ViolationAdmin(admin.ModelAdmin):
    """Lets administrators see what browsers refused; written by nobody but the browsers."""

    list_display = ("directive", "blocked", "page", "times", "last_seen")
    list_filter = ("directive",)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
