"""What waits for staff about texts: their drafts, what may be published, and what a clinician has to read."""

from cms.toolbar.utils import get_object_edit_url, get_object_preview_url
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.models import Version

from astr_site.desk.sections import Check, Line, Section, check, section

from .gate.returning import checklist_address
from .models import Claim, EditorialRecord, Review
from .names import named
from .reviews.recording import recording_address
from .standing import NOTICE, Standing


def drafts(**conditions):
    versions = Version.objects.filter(state=DRAFT, **conditions).order_by("-modified")
    return [version for version in versions.prefetch_related("content") if version.content is not None]


def changed_on(version):
    return _("changed on %(day)s") % {"day": date_format(localtime(version.modified), "DATE_FORMAT")}


@section(10)
def my_drafts(user):
    mine = [version for version in drafts(created_by=user) if version.has_change_permission(user)]
    lines = [Line(named(each.content), get_object_edit_url(each.content), changed_on(each)) for each in mine]
    return Section(_("My drafts"), lines, _("You have no drafts. Open a page and choose “New Draft”."))


@section(20)
def waiting_for_publication(user):
    """List the drafts of others, for those who may publish them."""
    others = [each for each in drafts() if each.created_by_id != user.pk and each.has_publish_permission(user)]
    lines = [
        Line(named(each.content), checklist_address(each), f"{each.created_by.get_username()}, {changed_on(each)}")
        for each in others
    ]
    return Section(_("Waiting for publication"), lines, _("Nothing waits.")) if lines or user.is_superuser else None


@section(30)
def reviews(user):
    if not user.has_perm("editorial.view_editorialrecord"):
        return None
    may_record = user.has_perm("editorial.add_review")
    lines = [
        Line(
            named(record.version.content),
            recording_address(record.version) if may_record else get_object_preview_url(record.version.content),
            standing_of(record),
            pressing=record.standing == Standing.OVERDUE,
        )
        for record in EditorialRecord.objects.needing_review()
        if record.version.content is not None
    ]
    empty = _("Every public page has a review that is in date.")
    return Section(_("Clinical reviews"), lines, empty, reverse("admin:editorial_reviews"), _("All reviews"))


@section(35)
def claims(user):
    """List the claims that run out, for those who may look at their evidence again."""
    if not user.has_perm("editorial.change_claim"):
        return None
    today = timezone.localdate()
    lines = [
        Line(
            claim.wording,
            reverse("admin:editorial_claim_change", args=[claim.pk]),
            _("valid until %(day)s") % {"day": date_format(claim.valid_until, "DATE_FORMAT")},
            pressing=claim.valid_until < today,
        )
        for claim in Claim.objects.filter(valid_until__lt=today + NOTICE).order_by("valid_until")
    ]
    empty, more = _("Every registered claim is in date."), reverse("admin:editorial_claim_changelist")
    return Section(_("Claims register"), lines, empty, more, _("All claims"))


def standing_of(record):
    words = [str(Standing(record.standing).label)]
    if record.next_due:
        words.append(_("due on %(day)s") % {"day": date_format(record.next_due, "DATE_FORMAT")})
    return ", ".join(words)


@check(60)
def first_review(user):
    if not user.has_perm("editorial.view_editorialrecord"):
        return None
    url = reverse("admin:editorial_reviews")
    return Check(_("A clinician has recorded a first review"), Review.objects.exists(), url)
