from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from .models import Confirmation
from .sections import checks_for


@require_POST
def confirm(request, name):
    """Vouch for a line of the checklist; only for those to whom it is shown."""
    if name not in {check.name for check in checks_for(request.user) if check.name}:
        raise PermissionDenied
    Confirmation.objects.get_or_create(name=name, defaults={"confirmed_by": request.user})
    return redirect("admin:index")


@admin.register(Confirmation)
class ConfirmationAdmin(admin.ModelAdmin):
    """Lends its address to the button on the staff home."""

    def get_model_perms(self, request):
        return {}

    def get_urls(self):
        return [path("<slug:name>/", self.admin_site.admin_view(confirm), name="desk_confirm")]
