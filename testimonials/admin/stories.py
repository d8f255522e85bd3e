"""The list and the form of stories."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from astr_site.editorial.admin import SubjectAdmin, SubjectContentAdmin

from ..models import CaptionTrack, Testimonial, TestimonialContent
from ..models.content import TELLS
from ..models.testimonial import ATTESTATIONS
from .person import PersonScreens


class CaptionTrackInline(admin.TabularInline):
    model = CaptionTrack
    extra = 1


@admin.register(Testimonial)
class TestimonialAdmin(PersonScreens, SubjectAdmin):
    change_form_template = "admin/testimonials/story_form.html"
    search_fields = ("display_name",)
    list_filter = ("sample", "body_area", "spoken_language")
    filter_horizontal = ("techniques",)
    autocomplete_fields = ()
    inlines = (CaptionTrackInline,)
    actions = None
    fieldsets = (
        (None, {"fields": ("content__language", "content__title", "content__slug", "content__summary")}),
        (
            _("What this story can and cannot tell you"),
            {
                "fields": (
                    *(f"content__{field}" for field in TELLS),
                    "content__expected_results",
                    "content__expected_source",
                )
            },
        ),
        (_("Transcript"), {"fields": ("content__transcript",)}),
        (
            _("The video, live at once"),
            {"fields": ("display_name", "video", "video_url", "poster", "poster_alt", "duration", "recorded_on")},
        ),
        (_("For people who cannot see it"), {"fields": ("audio_description",)}),
        (_("What it is about"), {"fields": ("spoken_language", "body_area", "techniques")}),
        (
            _("What readers must know"),
            {"fields": ("material_connection", "connection_details", "confirmed_on")},
        ),
        (_("We have made sure of this"), {"fields": ATTESTATIONS}),
        (_("Only for samples"), {"fields": ("sample", "no_patient")}),
    )

    def get_readonly_fields(self, request, obj=None):
        """A story is a sample from the start or never."""
        return (*super().get_readonly_fields(request, obj), *(("sample",) if obj else ()))

    def has_delete_permission(self, request, obj=None):
        """A story that somebody signed for is kept with its authorizations; only its media can go (H5)."""
        kept = obj is not None and obj.authorizations.exists()
        return super().has_delete_permission(request, obj) and not kept


@admin.register(TestimonialContent)
class TestimonialContentAdmin(SubjectContentAdmin):
    frontend_editable_fields = ("title", "summary", "transcript", *TELLS)
