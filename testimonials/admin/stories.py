"""The list and the form of stories."""

from django.contrib import admin, messages
from django.db.models import Exists, FileField, ImageField, OuterRef
from django.utils.translation import gettext_lazy as _

from astr_site.editorial.admin import SubjectAdmin, SubjectContentAdmin, may_change

from ..models import CaptionTrack, Testimonial, TestimonialContent
from ..models.content import TELLS
from ..models.testimonial import ATTESTATIONS
from ..standing import live, with_end
from ..uploads.captions import transcript
from .filters import StandingFilter
from .forms import CaptionTrackForm, StoryForm
from .person import PersonScreens
from .widgets import StoredFileInput


class CaptionTrackInline(admin.StackedInline):
    """The captions, shown under the video with which they are checked."""

    model = CaptionTrack
    form = CaptionTrackForm
    extra = 1
    fields = ("language", "file", "checked")
    template = "admin/testimonials/captions.html"


@admin.register(Testimonial)
class TestimonialAdmin(PersonScreens, SubjectAdmin):
    form = StoryForm
    change_form_template = "admin/testimonials/story_form.html"
    search_fields = ("display_name", "content__title")
    list_display = ("content__title", "display_name", "shown_now", "ends", "confirm_by", "admin_list_actions")
    list_filter = (StandingFilter, "sample", "body_area", "spoken_language")
    filter_horizontal = ("techniques",)
    autocomplete_fields = ()
    formfield_overrides = {kind: {"widget": StoredFileInput} for kind in (FileField, ImageField)}
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

    def get_queryset(self, request):
        shown = Exists(live(Testimonial.objects.filter(pk=OuterRef("pk"))))
        return with_end(super().get_queryset(request)).annotate(is_shown=shown)

    @admin.display(description=_("shown now"), boolean=True)
    def shown_now(self, story):
        return story.is_shown

    @admin.display(description=_("permission ends"), ordering="ends_at")
    def ends(self, story):
        return story.ends_at

    @admin.display(description=_("confirm by"), ordering="confirmed_on")
    def confirm_by(self, story):
        return story.confirm_by

    def save_formset(self, request, form, formset, change):
        """Note who has checked captions, and start the transcript from new ones."""
        if formset.model is CaptionTrack:
            for each in formset.forms:
                if each.has_changed():
                    each.mark(request.user)
        super().save_formset(request, form, formset, change)
        if formset.model is CaptionTrack:
            self.start_transcript(request, form.instance, formset)

    def start_transcript(self, request, story, formset):
        """Fill an empty transcript of the draft on the screen with the words of captions in its language (A1)."""
        content = self.get_content_obj(story)
        if content is None or content.transcript or not may_change(content, request.user):
            return
        for each in formset.forms:
            if getattr(each, "cues", None) and each.instance.language == content.language:
                content.transcript = transcript(each.cues)
                content.save(update_fields=["transcript"])
                words = _("The transcript starts from the captions now. Read it, and correct what was misheard.")
                messages.warning(request, words)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if provider := getattr(form, "title_came_from", ""):
            words = _("The title came from {provider}. See that it names nobody beyond the display name.")
            messages.warning(request, words.format(provider=provider))

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
