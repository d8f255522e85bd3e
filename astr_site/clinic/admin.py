from django import forms
from django.contrib import admin, messages
from django.db import models
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from .forms import SpecialDaysForm, WeekForm
from .models import Announcement, Clinic, Location, OpeningWeek, SpecialDays
from .times import clock


class LocationInline(admin.StackedInline):
    model = Location
    fields = ("name", "address", "phone", "access", "position")
    extra = 0


class SpecialDaysInline(admin.StackedInline):
    """Exceptions below the week; those that are over are out of the way."""

    model = SpecialDays
    form = SpecialDaysForm
    fields = (("first_day", "last_day"), "reason", "hours")
    extra = 1

    def get_queryset(self, request):
        return super().get_queryset(request).filter(last_day__gte=timezone.localdate()).prefetch_related("hours")


class HoursAdmin(admin.ModelAdmin):
    """An admin whose forms carry hours in fields of their own."""

    class Media:
        css = {"all": ["staff/hours.css"]}

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        for each in formset.forms:
            if isinstance(each, SpecialDaysForm) and each.instance.pk and each.has_changed():
                each.save_hours()


class OnlyOneAdmin(admin.ModelAdmin):
    """An admin of what exists once: there is nothing to choose from, to add or to delete."""

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not self.model.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        only = self.model.objects.first()
        if only and self.has_view_or_change_permission(request):
            name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
            return redirect(reverse(name, args=[only.pk]))
        return super().changelist_view(request, extra_context)


@admin.register(Clinic)
class ClinicAdmin(OnlyOneAdmin, HoursAdmin):
    """The settings of the site that belong to the clinic."""

    fields = ("name", "phone", "booking_url", "languages_spoken", "social_links")
    inlines = (LocationInline, SpecialDaysInline)


@admin.register(OpeningWeek)
class OpeningWeekAdmin(HoursAdmin):
    """One page for a location's week, for people who change nothing else here."""

    form = WeekForm
    fields = tuple(WeekForm.DAYS)
    inlines = (SpecialDaysInline,)
    change_form_template = "clinic/admin/week.html"

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        """Where there is one location, it is the one that was meant."""
        weeks = list(OpeningWeek.objects.all()[:2])
        if len(weeks) == 1 and self.has_view_or_change_permission(request):
            return redirect(reverse("admin:clinic_openingweek_change", args=[weeks[0].pk]))
        return super().changelist_view(request, extra_context)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.save_hours()
        for day, hours in form.changed_days:
            self.read_back(request, day, hours)

    def read_back(self, request, day, hours):
        """Say what a changed day is now, so that a slip of the finger is seen at once."""
        said = ", ".join(f"{clock(opens)} – {clock(closes)}" for opens, closes in hours) or gettext("closed")
        messages.info(request, gettext("%(day)s is now: %(hours)s") % {"day": day.label, "hours": said})


@admin.register(Announcement)
class AnnouncementAdmin(OnlyOneAdmin, HoursAdmin):
    """The line at the head of every page."""

    # One field with the browser's own calendar; the admin's two inputs share one label.
    formfield_overrides = {
        models.DateTimeField: {
            "form_class": forms.DateTimeField,
            "widget": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        }
    }

    fields = (
        "announcement",
        "announcement_starts",
        "announcement_ends",
        "announcement_url",
        "announcement_url_text",
    )
