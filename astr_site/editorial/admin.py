"""Staff screens that all subjects share."""

from cms.admin.placeholderadmin import FrontendEditableAdminMixin
from cms.admin.utils import GrouperModelAdmin
from django import forms
from django.contrib import admin
from django.db import models
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from .gate import views as gate
from .models import Citation, Claim, EditorialRecord, EfficacyWord, PastAdvice, Review, Source
from .reviews import listing, recording


def may_change(content, user):
    """Say whether this person may change this version: it is a draft, and nobody else holds it."""
    version = content.versions.first()
    return version is not None and bool(version.check_modify.as_bool(user))


class SubjectAdmin(GrouperModelAdmin):
    """The list and the form of a subject; its languages and versions are switched above it."""

    extra_grouping_fields = ("language",)
    list_display = ("content__title", "admin_list_actions")
    prepopulated_fields = {"content__slug": ("content__title",)}


class SubjectContentAdmin(FrontendEditableAdminMixin, admin.ModelAdmin):
    """Editing in place: only for drafts, and only the fields named in `frontend_editable_fields`."""

    frontend_editable_fields = ("title", "summary")

    def get_model_perms(self, request):
        return {}

    def has_add_permission(self, request):
        return False

    def _get_model_admin_and_permission(self, request, obj):
        # django CMS asks Django for the right to change this one text. Django knows rights by kind only and says
        # no to all but superusers, to whom it would open published texts and other people's drafts as well.
        allowed = self.has_change_permission(request)
        return self, allowed and may_change(obj, request.user)

    def change_view(self, request, object_id, *args, **kwargs):
        """Send staff to the subject's own form, where language and history are kept together."""
        grouper = self.model._meta.get_field(self.model.grouper_field).related_model
        return self.admin_site._registry[grouper].content_change_redirect_view(request, object_id)


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    list_display = ("key", "title", "publisher", "published", "confidence")
    list_filter = ("confidence",)
    search_fields = ("key", "title", "publisher")


@admin.register(Claim)
class ClaimAdmin(admin.ModelAdmin):
    """The claims register. A claim is not deleted but ends, so that its history stays."""

    list_display = ("wording", "language", "grade", "valid_until", "owner")
    list_filter = ("language", "grade")
    search_fields = ("wording", "note")
    formfield_overrides = {models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple}}
    date_hierarchy = "valid_until"

    class Media:
        css = {"all": ["staff/register.css"]}

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(EfficacyWord)
class EfficacyWordAdmin(admin.ModelAdmin):
    """The words that promise an effect. A word is not deleted but switched off, so that the list remembers."""

    list_display = ("wording", "language", "note", "in_use")
    list_filter = ("language", "in_use")
    search_fields = ("wording",)

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(PastAdvice)
class PastAdviceAdmin(admin.ModelAdmin):
    """Publications past the gate's advice, kept as they were."""

    list_display = ("version", "given_by", "given_at", "reason")
    date_hierarchy = "given_at"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class HistoryAdmin:
    """Shows in the list of versions why one was published past the gate's advice; joined to each such list."""

    def get_list_display(self, request):
        ours = {"state": "state_and_reason", "content": "content_title"}
        return tuple(ours.get(column, column) for column in super().get_list_display(request))

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("past_advice__given_by")

    @admin.display(description=_("title"))
    def content_title(self, version):
        """Name the text, under a heading that can be translated."""
        return str(version.content)

    @admin.display(description=_("state"), ordering="state")
    def state_and_reason(self, version):
        told = [f"{past.reason} ({past.given_by})" for past in version.past_advice.all()]
        if not told:
            return version.get_state_display()
        return format_html("{}<br>{} {}", version.get_state_display(), _("Published past advice:"), " ".join(told))


class CitationInline(admin.StackedInline):
    """The sources of a draft, in a plain list: the one that searches has no name for screen readers."""

    model = Citation
    extra = 1


class ReviewInline(admin.StackedInline):
    """The reviews so far; a new one is recorded on a page of its own, and none is ever changed."""

    model = Review
    fields = readonly_fields = (
        "reviewed_on",
        "reviewer_name",
        "reviewer_credentials",
        "next_due",
        "note",
        "recorded_by",
    )
    extra = 0
    can_delete = False

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(EditorialRecord)
class EditorialRecordAdmin(admin.ModelAdmin):
    """Reached from the toolbar of a page or subject: its sources and reviews, and who looks after it."""

    fields = ("owner", "about_health")
    inlines = (CitationInline, ReviewInline)
    change_form_template = "editorial/record_form.html"

    def get_readonly_fields(self, request, obj=None):
        """Let only a draft say that it is not about health: that changes what may be published."""
        return () if obj is not None and obj.version.check_modify.as_bool(request.user) else ("about_health",)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Offer the staff that there are, and no way to make or change an account in passing."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "owner":
            field.queryset, field.widget = listing.staff(), field.widget.widget
            field.widget.choices = field.choices
        return field

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("of/<int:pk>/", view(gate.record_of_version), name="editorial_record_of_version"),
            path("of/<int:pk>/ready/", view(gate.checklist), name="editorial_checklist"),
            path("of/<int:pk>/review/", view(recording.record_review), name="editorial_record_review"),
            path("reviews/", view(listing.reviews), name="editorial_reviews"),
            *super().get_urls(),
        ]

    def get_model_perms(self, request):
        return {}

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_inline_instances(self, request, obj=None):
        """Offer sources only to who may change the version: they are a part of it."""
        inlines = super().get_inline_instances(request, obj)
        if obj is not None and not obj.version.check_modify.as_bool(request.user):
            inlines = [inline for inline in inlines if inline.model is Review]
        return inlines
