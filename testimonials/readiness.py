"""Why a story cannot be published yet, in plain words, each with the field that mends it (A1, A2, F1–F3, F5, H1–H3)."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from .models.content import TELLS
from .models.testimonial import ATTESTATIONS


@dataclass(frozen=True)
class Unmet:
    """One condition that is not met: the sentence, and the address of the field that mends it."""

    code: str
    words: str
    url: str


def unmet(content, at=None):
    """Return what keeps `content` from being shown at the moment `at`; nothing, exactly when the judge would show it.

    The judge is a query (`visible`); this says the same in words, and a test holds both together.
    """
    at = at or timezone.now()
    story = content.testimonial
    found = [*media(story), *words(content)]
    if story.sample:
        return found
    return [*found, *disclosures(story, at), *consent(story, at)]


def field_url(story, field):
    return reverse("admin:testimonials_testimonial_change", args=[story.pk]) + f"#id_{field}"


def media(story):
    if not story.video and not story.video_url:
        yield Unmet("video", _("There is no video: upload one or paste its address."), field_url(story, "video"))
    if not story.poster:
        words = _("There is no poster, the picture that stands before the video.")
        yield Unmet("poster", words, field_url(story, "poster"))
    tracks = list(story.captions.all())
    if not tracks:
        yield Unmet("captions", _("The video has no captions."), field_url(story, "captions-0-file"))
    elif not story.shown_captions:
        words = _("Nobody has checked the captions against the video yet.")
        yield Unmet("captions", words, field_url(story, "captions-0-checked"))


def words(content):
    story = content.testimonial
    if not content.transcript:
        yield Unmet("transcript", _("There is no transcript."), field_url(story, "content__transcript"))
    if story.sample:
        return
    for field in TELLS:
        if not getattr(content, field):
            label = content._meta.get_field(field).verbose_name
            yield Unmet(
                field,
                _("“What this story can and cannot tell you” lacks: {label}.").format(label=label),
                field_url(story, f"content__{field}"),
            )
    if content.expected_results and not content.expected_source_id:
        yield Unmet(
            "expected_source",
            _("What most people can expect is stated without a source. Name the source, or remove the statement."),
            field_url(story, "content__expected_source"),
        )


def disclosures(story, at):
    if not story.audio_description:
        yield Unmet(
            "audio_description",
            _("It is not decided how people who cannot see the picture learn what it shows."),
            field_url(story, "audio_description"),
        )
    if not story.material_connection:
        yield Unmet(
            "material_connection",
            _("It is not said whether the person has a connection with the clinic, or was paid."),
            field_url(story, "material_connection"),
        )
    for field in ATTESTATIONS:
        if not getattr(story, field):
            label = story._meta.get_field(field).verbose_name
            yield Unmet(field, _("Nobody has attested: {label}.").format(label=label), field_url(story, field))
    if story.confirm_by is None or timezone.localdate(at) >= story.confirm_by:
        yield Unmet(
            "confirmed_on",
            _("The person has not confirmed the story within the time that we allow. Ask, and note the day."),
            field_url(story, "confirmed_on"),
        )


def consent(story, at):
    """Judge the newest authorization, unless an older one is good."""
    authorizations = story.authorizations.all()
    if authorizations.in_force(at).exists():
        shown_where = authorizations.in_force(at)
        if not (shown_where.covering("site") | shown_where.covering("elsewhere")).exists():
            yield from channel(shown_where[0])
        return
    newest = authorizations.filter(withdrawn_at=None).first() or authorizations.first()
    if newest is None:
        add = reverse("admin:testimonials_authorization_add") + f"?testimonial={story.pk}"
        yield Unmet("authorization", _("No authorization signed by the person is on record."), add)
    elif newest.withdrawn_at:
        add = reverse("admin:testimonials_authorization_add") + f"?testimonial={story.pk}"
        yield Unmet("withdrawn", _("The person has withdrawn. Only a newly signed authorization can change that."), add)
    else:
        yield from elements(newest)
        yield from term(newest, at)


def authorization_url(authorization, field):
    return reverse("admin:testimonials_authorization_change", args=[authorization.pk]) + f"#id_{field}"


def elements(authorization):
    for element in authorization.missing:
        yield Unmet(
            element.fields[0],
            _("The authorization lacks: {words}.").format(words=element.words),
            authorization_url(authorization, element.fields[0]),
        )


def term(authorization, at):
    if authorization.expires_at and authorization.expires_at <= at:
        yield Unmet("expires_at", _("The authorization has run out."), authorization_url(authorization, "expires_at"))
    if authorization.signed_on and authorization.signed_on > timezone.localdate(at):
        words = _("The authorization is not signed yet.")
        yield Unmet("signed_on", words, authorization_url(authorization, "signed_on"))


def channel(authorization):
    yield Unmet(
        "to_site",
        _("The authorization allows neither this website nor other websites."),
        authorization_url(authorization, "to_site"),
    )
