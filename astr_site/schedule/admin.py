from django.contrib import admin
from django.urls import path

from .models import ScheduledPublication
from .views import schedule


@admin.register(ScheduledPublication)
class ScheduledPublicationAdmin(admin.ModelAdmin):
    """Lends its address to the page of a version's dates; the staff home lists what is planned."""

    def get_model_perms(self, request):
        return {}

    def get_urls(self):
        return [path("version/<int:pk>/", self.admin_site.admin_view(schedule), name="schedule_version")]
