from django.contrib import admin

from .models import Clinic, Location, OpeningHours


class LocationInline(admin.StackedInline):
    model = Location
    extra = 0
    show_change_link = True


@admin.register(Clinic)
class ClinicAdmin(admin.ModelAdmin):
    inlines = (LocationInline,)

    def has_add_permission(self, request):
        """There is one clinic."""
        return super().has_add_permission(request) and not Clinic.objects.exists()


class OpeningHoursInline(admin.TabularInline):
    model = OpeningHours
    extra = 0


@admin.register(Location)
class LocationAdmin(admin.ModelAdmin):
    list_display = ("name", "phone")
    inlines = (OpeningHoursInline,)
