from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from . import devices
from .models import Entry
from .needs import has_second_step
from .recording import record

User = get_user_model()


@admin.register(Entry)
class EntryAdmin(admin.ModelAdmin):
    """Shows the log to who may see it; changes to it are refused to everybody."""

    list_display = ("at", "who", "deed", "in_short", "address")
    list_filter = ("deed", "at")
    search_fields = ("who", "about")
    date_hierarchy = "at"

    @admin.display(description=_("about"))
    def in_short(self, entry):
        return Truncator(entry.about).chars(150)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


admin.site.unregister(User)
# Nobody reads another person's key or recovery codes; administrators only take a second step away.
admin.site.unregister([TOTPDevice, StaticDevice])


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Django's page of accounts, with the second step beside each."""

    list_display = ("username", "first_name", "last_name", "is_staff", "second_step")
    actions = ("forget_second_step",)

    @admin.display(description=_("second step"), boolean=True)
    def second_step(self, person):
        return has_second_step(person)

    @admin.action(description=_("Take the second step away (for a lost phone)"), permissions=["change"])
    def forget_second_step(self, request, people):
        for person in people:
            devices.forget(person)
            record(Entry.Deed.STEP_FORGOTTEN, request, request.user, about=person.get_username())
        done = ngettext(
            "%(n)d account has no second step any more.", "%(n)d accounts have no second step any more.", len(people)
        )
        messages.success(request, done % {"n": len(people)})
