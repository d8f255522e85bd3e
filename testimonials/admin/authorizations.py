"""The record of each signed form, its history, and the page on which one is printed."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from ..models import Authorization


class InForceFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("in_force", _("In force")), ("unfinished", _("Unfinished")), ("over", _("Run out or withdrawn"))]

    def queryset(self, request, queryset):
        now = timezone.now()
        if self.value() == "in_force":
            return queryset.in_force(now)
        if self.value() == "unfinished":
            return queryset.exclude(pk__in=Authorization.objects.complete())
        if self.value() == "over":
            return queryset.complete().exclude(pk__in=Authorization.objects.in_force(now))
        return queryset


@admin.register(Authorization)
class AuthorizationAdmin(SimpleHistoryAdmin):
    change_form_template = "admin/testimonials/authorization_form.html"
    list_display = ("testimonial", "signed_on", "expires_at", "withdrawn_at", "form_reference")
    list_filter = (InForceFilter, "to_site", "to_elsewhere", "to_social")
    list_select_related = ("testimonial",)
    search_fields = ("testimonial__display_name", "form_reference")
    autocomplete_fields = ("testimonial",)
    readonly_fields = ("withdrawn_at", "withdrawn_by", "recorded_at")
    actions = None
    fieldsets = (
        (None, {"fields": ("testimonial", "form_reference")}),
        (_("What the person allows"), {"fields": ("information", "discloser", "purposes")}),
        (_("Where it may be shown"), {"fields": ("to_site", "to_elsewhere", "to_social")}),
        (_("When it ends"), {"fields": ("expires_at", "expiry_event")}),
        (_("Signature"), {"fields": ("signed_on", "signed_by", "representative_authority", "copy_given_on")}),
        (
            _("What the form says"),
            {
                "fields": (
                    "states_revocation",
                    "states_no_condition",
                    "states_redisclosure",
                    "remuneration",
                    "remuneration_details",
                )
            },
        ),
        (_("Withdrawal"), {"fields": ("withdrawn_at", "withdrawn_by", "recorded_at")}),
    )

    def revert_disabled(self, request, obj=None):
        """Show earlier states, but never go back to one: that would take back a withdrawal."""
        return True

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        return super().history_form_view(request, object_id, version_id, extra_context)

    def has_change_permission(self, request, obj=None):
        """Keep a withdrawn record as it was."""
        return super().has_change_permission(request, obj) and (obj is None or obj.withdrawn_at is None)

    def has_delete_permission(self, request, obj=None):
        """Offer deletion only when the time for which a record is kept is over (H5)."""
        return super().has_delete_permission(request, obj) and obj is not None and obj.may_be_deleted

    def get_urls(self):
        printable = path(
            "<int:pk>/print/",
            self.admin_site.admin_view(self.printable),
            name="testimonials_authorization_print",
        )
        return [printable, *super().get_urls()]

    def printable(self, request, pk):
        record = get_object_or_404(Authorization.objects.select_related("testimonial"), pk=pk)
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        facts = [
            (field.verbose_name, shown(record, field))
            for _name, options in self.fieldsets
            for field in map(Authorization._meta.get_field, options["fields"])
        ]
        changes = record.history.select_related("history_user")
        context = {**self.admin_site.each_context(request), "record": record, "facts": facts, "changes": changes}
        return TemplateResponse(request, "admin/testimonials/authorization_print.html", context)


def shown(record, field):
    """Return a field's value as the printed record tells it."""
    value = getattr(record, f"get_{field.name}_display", lambda: getattr(record, field.name))()
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return value
