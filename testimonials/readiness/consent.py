"""What the person must have signed (H1–H4)."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Authorization, Channel
from .condition import Unmet, in_form


def consent(story, at):
    """Judge whether any authorization is good; where none is, tell what the newest one lacks."""
    in_force = story.authorizations.in_force(at)
    if in_force:
        if not any(getattr(each, f"to_{channel}") for each in in_force for channel in Channel.values):
            said = _("The authorization allows neither this website nor other websites.")
            yield in_form(in_force[0], "to_site", said)
        return
    newest = story.authorizations.filter(withdrawn_at=None).first()
    if newest is not None:
        yield from elements(newest)
        yield from term(newest, at)
    elif story.authorizations.exists():
        yield new_form(story, "withdrawn", _("The person has withdrawn. It takes a newly signed authorization."))
    else:
        yield new_form(story, "authorization", _("No authorization signed by the person is on record."))


def elements(authorization):
    for element in authorization.missing:
        said = _("The authorization lacks: {words}.").format(words=element.words)
        yield in_form(authorization, element.fields[0], said)


def term(authorization, at):
    if authorization.expires_at and authorization.expires_at <= at:
        yield in_form(authorization, "expires_at", _("The authorization has run out."))
    if authorization.signed_on and authorization.signed_on > timezone.localdate(at):
        yield in_form(authorization, "signed_on", _("The authorization is not signed yet."))


def new_form(story, code, words):
    address = reverse("admin:testimonials_authorization_add") + f"?testimonial={story.pk}"
    return Unmet(code, words, str(Authorization._meta.verbose_name), address)
