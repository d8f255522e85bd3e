from django.contrib import admin
from django.urls import path

from .models import LinkCheck
from .views import link_check


@admin.register(LinkCheck)
class LinkCheckAdmin(admin.ModelAdmin):
    """Lends its address to the page of the link check."""

    def get_model_perms(self, request):
        return {}

    def get_urls(self):
        return [path("", self.admin_site.admin_view(link_check), name="links_check")]
