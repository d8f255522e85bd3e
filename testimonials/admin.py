from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from astr_site.editorial.admin import SubjectAdmin, SubjectContentAdmin

from .models import CaptionTrack, Testimonial, TestimonialContent


class CaptionTrackInline(admin.TabularInline):
    model = CaptionTrack
    extra = 1


@admin.register(Testimonial)
class TestimonialAdmin(SubjectAdmin):
    search_fields = ("display_name",)
    list_filter = ("sample", "body_area", "spoken_language")
    filter_horizontal = ("techniques",)
    inlines = (CaptionTrackInline,)
    fieldsets = (
        (None, {"fields": ("content__language", "content__title", "content__slug", "content__summary")}),
        (_("Transcript"), {"fields": ("content__transcript",)}),
        (
            _("The video, live at once"),
            {"fields": ("display_name", "video", "video_url", "poster", "poster_alt", "duration", "recorded_on")},
        ),
        (_("What it is about"), {"fields": ("spoken_language", "body_area", "techniques", "sample")}),
    )


@admin.register(TestimonialContent)
class TestimonialContentAdmin(SubjectContentAdmin):
    frontend_editable_fields = ("title", "summary", "transcript")
