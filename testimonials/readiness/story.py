"""What a story itself must have: media, words, and what readers must know (A1, A2, F1–F3, F5)."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models.content import TELLS
from ..models.testimonial import ATTESTATIONS
from .condition import Unmet, in_form


def media(story):
    if not story.video and not story.video_url:
        yield in_form(story, "video", _("There is no video: upload one or paste its address."))
    if not story.poster:
        yield in_form(story, "poster", _("There is no poster, the picture that stands before the video."))
    if not story.shown_captions:
        said = _("Nobody has checked the captions against the video yet.")
        said = said if story.captions.all() else _("The video has no captions.")
        form = reverse("admin:testimonials_testimonial_change", args=[story.pk])
        yield Unmet("captions", said, _("Captions"), f"{form}#captions-group")


def words(content):
    """Judge the words; a form prefixes them with `content__`, because they are versioned beside the story."""
    if not content.transcript:
        yield in_form(content, "transcript", _("There is no transcript."), "content__")
    if content.testimonial.sample:
        return
    for field in TELLS:
        if not getattr(content, field):
            said = _("“What this story can and cannot tell you” lacks: {label}.")
            label = content._meta.get_field(field).verbose_name
            yield in_form(content, field, said.format(label=label), "content__")
    if content.expected_results and not content.expected_source_id:
        said = _("What most people can expect is stated without a source. Name the source, or remove the statement.")
        yield in_form(content, "expected_source", said, "content__")


def disclosures(story, at):
    if not story.audio_description:
        said = _("It is not decided how people who cannot see the picture learn what it shows.")
        yield in_form(story, "audio_description", said)
    if not story.material_connection:
        said = _("It is not said whether the person has a connection with the clinic, or was paid.")
        yield in_form(story, "material_connection", said)
    for field in ATTESTATIONS:
        if not getattr(story, field):
            label = story._meta.get_field(field).verbose_name
            yield in_form(story, field, _("Nobody has attested: {label}.").format(label=label))
    if story.confirm_by is None or timezone.localdate(at) >= story.confirm_by:
        said = _("The person has not confirmed the story within the time that we allow. Ask, and note the day.")
        yield in_form(story, "confirmed_on", said)
